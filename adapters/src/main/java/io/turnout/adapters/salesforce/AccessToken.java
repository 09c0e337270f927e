package io.turnout.adapters.salesforce;

import java.net.URI;
import java.time.Instant;

/// A login that Salesforce granted: what to show, where to call, and since when. It belongs to
/// the connection it was asked for, and to no other.
record AccessToken(SalesforceConnection connection, String value, URI instanceUrl, Instant since) {
    AccessToken keptAt(Instant now) {
        return new AccessToken(connection, value, instanceUrl, now);
    }

    @Override
    public String toString() {
        return "AccessToken[" + connection.org() + ", …]";
    }
}
