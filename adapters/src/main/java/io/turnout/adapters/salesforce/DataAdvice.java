package io.turnout.adapters.salesforce;

import java.util.Map;

/// What an administrator does about a refused call, by its code.
final class DataAdvice {
    private static final String API =
            "enable the API for the integration user: the permission API Enabled in its permission"
                    + " set, and an edition of the org that has the API";

    private static final Map<String, String> BY_CODE =
            Map.of(
                    "API_DISABLED_FOR_ORG",
                    API,
                    "API_CURRENTLY_DISABLED",
                    API,
                    "REQUEST_LIMIT_EXCEEDED",
                    "the org's calls of the day are used up: wait until older ones are a"
                            + " day old, and find out who uses them",
                    "INSUFFICIENT_ACCESS",
                    "grant this to the integration user in its permission set",
                    "INVALID_FIELD",
                    "grant read access to this field to the integration user, or name"
                            + " another in the mapping",
                    "INVALID_TYPE",
                    "grant read access to this object to the integration user, or name"
                            + " another in the mapping",
                    "SERVER_UNAVAILABLE",
                    "Salesforce has trouble of its own: try again later",
                    "ORG_IN_MAINTENANCE",
                    "the org is in maintenance: try again later",
                    "ORG_LOCKED",
                    "the org is locked: ask Salesforce");

    private DataAdvice() {}

    /// Whether every other call would be refused for the same reason.
    static boolean isAboutAll(Reply.Said said) {
        return SalesforceError.ofCall(said).map(SalesforceError::code).stream()
                .anyMatch(code -> code.startsWith("API_") || code.startsWith("REQUEST_LIMIT"));
    }

    static String of(Reply.Said said) {
        return SalesforceError.ofCall(said)
                .map(error -> BY_CODE.getOrDefault(error.code(), "ask whoever looks after the org"))
                .orElse("this is no answer of Salesforce: look at what stands between");
    }
}
