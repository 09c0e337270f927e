package io.turnout.application.operator;

import io.turnout.domain.operator.SessionKey;

/// Somebody signs out.
public final class CloseSession {
    private final OperatorSessions sessions;

    public CloseSession(OperatorSessions sessions) {
        this.sessions = sessions;
    }

    /// False when they were not signed in.
    public boolean close(SessionKey key) {
        return sessions.close(key);
    }
}
