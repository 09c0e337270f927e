package io.turnout.adapters.salesforce;

import io.turnout.application.connection.OrgConnections;
import io.turnout.application.connection.OrgConnections.Kept;
import io.turnout.domain.connection.ConnectionSecrets;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connections ready to use, from memory: what is kept is looked at again after a few seconds, so
/// that a change counts on every instance without telling any. One that cannot be used leaves its
/// org not connected and says why.
public final class KnownConnections implements SalesforceConnections {
    static final Duration FRESH = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(KnownConnections.class);

    /// Strangers may ask for orgs that nobody has: what is remembered has a bound.
    private static final int ORGS_MAX = 20_000;

    private final OrgConnections source;
    private final ConnectionTerms terms;
    private final InstantSource clock;
    private final Map<OrgId, Known> known = new ConcurrentHashMap<>();

    public KnownConnections(OrgConnections source, ConnectionTerms terms, InstantSource clock) {
        this.source = source;
        this.terms = terms;
        this.clock = clock;
    }

    private record Known(Instant until, String version, State state) {
        Known until(Instant later) {
            return new Known(later, version, state);
        }
    }

    private sealed interface State {
        record Ready(SalesforceConnection connection, List<String> webhookSecrets)
                implements State {}

        record Unusable(String why) implements State {}
    }

    private static final State ABSENT = new State.Unusable("nobody has connected it");

    @Override
    public Optional<SalesforceConnection> of(OrgId org) {
        return look(org) instanceof State.Ready(var connection, _)
                ? Optional.of(connection)
                : Optional.empty();
    }

    /// Why an org is not connected, when it is not.
    Optional<String> trouble(OrgId org) {
        return look(org) instanceof State.Unusable(var why) ? Optional.of(why) : Optional.empty();
    }

    /// The secrets with which the org signs what it sends; none when it is not connected.
    public List<String> webhookSecrets(OrgId org) {
        return look(org) instanceof State.Ready(_, var secrets) ? secrets : List.of();
    }

    private State look(OrgId org) {
        Known before = known.get(org);
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.until())) {
            return before.state();
        }
        Known fresh = read(org, Optional.ofNullable(before)).until(now.plus(FRESH));
        if (known.size() >= ORGS_MAX) {
            known.clear();
        }
        known.put(org, fresh);
        return fresh.state();
    }

    /// What was known still serves while nobody can be asked.
    private Known read(OrgId org, Optional<Known> before) {
        try {
            return source.find(org)
                    .map(kept -> known(kept, before))
                    .orElse(new Known(Instant.MIN, "", ABSENT));
        } catch (RuntimeException away) {
            return before.orElseThrow(() -> away);
        }
    }

    /// The same object as long as it is the same connection: its login is then the same, too.
    private Known known(Kept kept, Optional<Known> before) {
        String version = kept.head().version();
        return before.filter(one -> one.version().equals(version))
                .filter(one -> one.state() instanceof State.Ready)
                .filter(_ -> kept instanceof Kept.Open)
                .orElseGet(() -> new Known(Instant.MIN, version, state(kept)));
    }

    private State state(Kept kept) {
        return switch (kept) {
            case Kept.Locked(_, var why) -> unusable(kept, why);
            case Kept.Open(_, var connection) -> {
                try {
                    ConnectionSecrets secrets = connection.secrets();
                    yield new State.Ready(terms.read(connection), secrets.webhookSecrets());
                } catch (IllegalArgumentException wrong) {
                    yield unusable(kept, String.valueOf(wrong.getMessage()));
                }
            }
        };
    }

    private static State unusable(Kept kept, String why) {
        LOG.warn("{} is not connected: {}", kept.head().org(), why);
        return new State.Unusable(why);
    }
}
