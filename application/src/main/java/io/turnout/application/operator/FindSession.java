package io.turnout.application.operator;

import io.turnout.domain.operator.OperatorSession;
import io.turnout.domain.operator.SessionKey;
import io.turnout.domain.operator.SessionRule;
import java.util.Optional;

/// Who it is that shows this key.
public final class FindSession {
    private final OperatorSessions sessions;
    private final SessionRule rule;

    public FindSession(OperatorSessions sessions, SessionRule rule) {
        this.sessions = sessions;
        this.rule = rule;
    }

    /// Who they are, if they are signed in; `active` says whether they do something themselves.
    public Optional<OperatorSession> find(SessionKey key, boolean active) {
        return sessions.find(key, rule, active);
    }
}
