package io.turnout.application.operator;

/// Somebody is signed out everywhere, on every instance with their next request.
public final class RevokeSessions {
    private final OperatorSessions sessions;

    public RevokeSessions(OperatorSessions sessions) {
        this.sessions = sessions;
    }

    /// How many sessions it were.
    public int revoke(String subject) {
        return sessions.closeAll(subject);
    }
}
