package io.turnout.adapters.salesforce;

import java.net.URI;
import java.time.Instant;

/// A login that Salesforce granted: what to show, where to call, and since when. It belongs to
/// the connection it was asked for, and to no other. `number` tells logins apart, since two of
/// them may be granted the same `value`.
record AccessToken(
        SalesforceConnection connection,
        String value,
        URI instanceUrl,
        long number,
        Instant since) {
    AccessToken keptAt(Instant now) {
        return new AccessToken(connection, value, instanceUrl, number, now);
    }

    boolean isOfLogin(AccessToken other) {
        return number == other.number;
    }

    @Override
    public String toString() {
        return "AccessToken[" + connection.org() + ", " + number + "]";
    }
}
