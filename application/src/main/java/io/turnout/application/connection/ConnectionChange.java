package io.turnout.application.connection;

import io.turnout.application.connection.OrgConnections.Kept;
import io.turnout.domain.audit.Change;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.org.OrgId;
import java.util.Optional;
import java.util.function.Function;

/// How a change of a connection stands in the audit trail: neither a secret nor whom the org lets
/// in is told.
record ConnectionChange(OrgId org, Optional<Kept> kept, Optional<OrgConnection> after) {
    /// Of one that does not open nothing is known, so all of it is told as new.
    Change told() {
        Optional<OrgConnection> before = kept.flatMap(ConnectionChange::open);
        return new Values(before, after, new Change("connection", Optional.of(org), ""))
                .value("loginUrl", OrgConnection::loginUrl)
                .value("apiVersion", OrgConnection::apiVersion)
                .value("mapping", OrgConnection::mapping)
                .value("audience", one -> one.account().audience())
                .secret("username", one -> one.account().username())
                .secret("consumerKey", one -> one.account().consumerKey())
                .secret("privateKey", one -> one.secrets().privateKey())
                .secret("webhookSecrets", one -> one.secrets().webhookSecrets())
                .change();
    }

    private static Optional<OrgConnection> open(Kept kept) {
        return kept instanceof Kept.Open(_, var connection)
                ? Optional.of(connection)
                : Optional.empty();
    }

    private record Values(
            Optional<OrgConnection> before, Optional<OrgConnection> after, Change change) {
        Values value(String name, Function<OrgConnection, Object> read) {
            return new Values(before, after, change.value(name, before.map(read), after.map(read)));
        }

        Values secret(String name, Function<OrgConnection, Object> read) {
            return new Values(
                    before, after, change.secret(name, before.map(read), after.map(read)));
        }
    }
}
