package io.turnout.domain.connection;

import io.turnout.domain.org.OrgId;
import java.net.URI;

/// How Turnout reaches an org: where it signs in, as whom, and by which mapping it reads and
/// writes there.
public record OrgConnection(
        OrgId org,
        URI loginUrl,
        ConnectedAs account,
        String apiVersion,
        String mapping,
        ConnectionSecrets secrets) {
    @Override
    public String toString() {
        return "OrgConnection[" + org + ", " + loginUrl + ", " + mapping + "]";
    }
}
