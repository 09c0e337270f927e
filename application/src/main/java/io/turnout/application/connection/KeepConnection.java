package io.turnout.application.connection;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.connection.OrgConnections.Kept;
import io.turnout.application.org.Orgs;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.connection.ConnectionSecrets;
import io.turnout.domain.connection.Flaw;
import io.turnout.domain.connection.OrgConnection;
import java.util.List;
import java.util.Optional;

/// An org is reached so from here on, and is served here if no stack knew it before.
public final class KeepConnection {
    private static final Flaw NO_KEY =
            new Flaw("privateKey", "is missing, and none is kept that could be used");

    private final OrgConnections connections;
    private final ConnectionProbe probe;
    private final Orgs orgs;
    private final AuditTrail trail;

    public KeepConnection(
            OrgConnections connections, ConnectionProbe probe, Orgs orgs, AuditTrail trail) {
        this.trail = trail;
        this.connections = connections;
        this.probe = probe;
        this.orgs = orgs;
    }

    /// Keeps what is sound. Nobody is called: whether the org lets us in is for a test to say.
    public Answer keep(ConnectionDraft draft, Hand hand) {
        Optional<Kept> before = connections.find(draft.org());
        Optional<ConnectionSecrets> secrets = secrets(draft, before);
        if (secrets.isEmpty()) {
            return new Answer.Flawed(List.of(NO_KEY));
        }
        OrgConnection connection =
                new OrgConnection(
                        draft.org(),
                        draft.loginUrl(),
                        draft.account(),
                        draft.apiVersion(),
                        draft.mapping(),
                        secrets.get());
        List<Flaw> flaws = probe.inspect(connection).flaws();
        if (!flaws.isEmpty()) {
            return new Answer.Flawed(flaws);
        }
        var _ =
                trail.append(
                        new ConnectionChange(draft.org(), before, Optional.of(connection))
                                .told()
                                .by(hand));
        orgs.welcome(draft.org());
        return new Answer.Done(connections.keep(connection));
    }

    private static Optional<ConnectionSecrets> secrets(
            ConnectionDraft draft, Optional<Kept> before) {
        Optional<ConnectionSecrets> earlier = before.flatMap(KeepConnection::secrets);
        List<String> webhooks =
                draft.webhookSecrets()
                        .or(() -> earlier.map(ConnectionSecrets::webhookSecrets))
                        .orElse(List.of());
        return draft.privateKey()
                .or(() -> earlier.map(ConnectionSecrets::privateKey))
                .map(key -> new ConnectionSecrets(key, webhooks));
    }

    private static Optional<ConnectionSecrets> secrets(Kept kept) {
        return switch (kept) {
            case Kept.Open(_, var connection) -> Optional.of(connection.secrets());
            case Kept.Locked _ -> Optional.empty();
        };
    }

    public sealed interface Answer {
        record Done(OrgConnections.Keeping keeping) implements Answer {}

        record Flawed(List<Flaw> flaws) implements Answer {}
    }
}
