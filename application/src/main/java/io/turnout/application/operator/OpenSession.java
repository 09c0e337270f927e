package io.turnout.application.operator;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.operator.SessionKey;
import java.util.Optional;
import java.util.Set;

/// Somebody signs in, which the trail knows before it is so.
public final class OpenSession {
    private final OperatorSessions sessions;
    private final AuditTrail trail;

    public OpenSession(OperatorSessions sessions, AuditTrail trail) {
        this.sessions = sessions;
        this.trail = trail;
    }

    /// Begins a session. `subject` is a pseudonym, and by `request` the log finds it.
    public void open(SessionKey key, String subject, Set<String> roles, String request) {
        String as =
                "session=%s roles=%s"
                        .formatted(key, String.join(",", roles.stream().sorted().toList()));
        var _ =
                trail.append(
                        new AuditEntry(subject, "sign in", Optional.empty(), as, "done", request));
        sessions.open(key, subject, roles);
    }
}
