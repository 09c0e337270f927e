package io.turnout.adapters.salesforce;

import java.util.List;

/// What an administrator does about a refused login. Salesforce says the same `invalid_grant` of
/// ten different things; the words behind it tell them apart. The first row that fits counts.
final class LoginAdvice {
    private static final String ANYTHING = "";

    private static final List<Row> ROWS =
            List.of(
                    new Row(
                            "invalid_grant",
                            "approved this consumer",
                            "approve the app for the user: in Setup, External Client App Manager,"
                                    + " open the app's policies, set Permitted Users to admin"
                                    + " approved, and add the integration user's permission set"),
                    new Row(
                            "invalid_grant",
                            "audience",
                            "set audience to https://login.salesforce.com, or for a sandbox to"
                                    + " https://test.salesforce.com"),
                    new Row(
                            "invalid_grant",
                            "expired",
                            "set the clock of this machine: an assertion holds for three minutes"),
                    new Row(
                            "invalid_grant",
                            "assertion",
                            "upload the certificate of this private key to the app, and check the"
                                    + " clock of this machine"),
                    new Row(
                            "invalid_grant",
                            "ip restricted",
                            "add this machine's address to the login IP ranges of the user's"
                                    + " profile, or relax IP restrictions in the app's policies"),
                    new Row(
                            "invalid_grant",
                            "locked",
                            "unlock the integration user: in Setup, Users, open it and press"
                                    + " Unlock"),
                    new Row(
                            "invalid_grant",
                            "no client credentials user",
                            "set the user to run as in the app's policies"),
                    new Row(
                            "invalid_grant",
                            "not supported on this domain",
                            "set loginUrl to the org's own address, https://….my.salesforce.com"),
                    new Row(
                            "invalid_grant",
                            ANYTHING,
                            "check username and loginUrl: the user must be active, belong to this"
                                    + " org, and may sign in from here"),
                    new Row(
                            "invalid_client",
                            ANYTHING,
                            "check that the app takes JWT with the certificate of this key: its"
                                    + " secret or certificate was changed"),
                    new Row(
                            "invalid_client_id",
                            ANYTHING,
                            "copy the consumer key of the app again: there is no app with this"
                                    + " one"),
                    new Row(
                            "invalid_app_access",
                            ANYTHING,
                            "assign the permission set that the app's policies ask for to the"
                                    + " integration user"),
                    new Row(
                            "inactive_user",
                            ANYTHING,
                            "activate the integration user: in Setup, Users, open it and tick"
                                    + " Active"),
                    new Row(
                            "inactive_org",
                            ANYTHING,
                            "ask Salesforce why the org is not active: nothing here can mend it"),
                    new Row(
                            "org_not_available",
                            ANYTHING,
                            "the org is locked or in maintenance: look at status.salesforce.com,"
                                    + " then try again"),
                    new Row(
                            "unsupported_grant_type",
                            ANYTHING,
                            "enable the JWT bearer flow in the app's OAuth settings"),
                    new Row(
                            "rate_limit_exceeded",
                            ANYTHING,
                            "wait an hour: the user signed in too often; find out who else uses"
                                    + " it"),
                    new Row("unknown_error", ANYTHING, "try again in some minutes"));

    private static final String SERVER = "Salesforce has trouble of its own: try again later";
    private static final String OTHER =
            "this is no answer of Salesforce's login: check loginUrl, and what stands between";

    private LoginAdvice() {}

    static String of(int status, SalesforceError error) {
        return ROWS.stream()
                .filter(row -> row.fits(error))
                .findFirst()
                .map(Row::advice)
                .orElse(status >= 500 ? SERVER : OTHER);
    }

    /// For an answer that is not of OAuth at all.
    static String of(int status) {
        return status >= 500 ? SERVER : OTHER;
    }

    private record Row(String code, String words, String advice) {
        boolean fits(SalesforceError error) {
            return code.equals(error.code())
                    && error.message().toLowerCase(java.util.Locale.ROOT).contains(words);
        }
    }
}
