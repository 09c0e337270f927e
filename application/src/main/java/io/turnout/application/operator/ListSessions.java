package io.turnout.application.operator;

import io.turnout.domain.operator.OperatorSession;
import io.turnout.domain.operator.SessionRule;
import java.util.List;

/// Who is signed in.
public final class ListSessions {
    private static final int MAX = 200;

    private final OperatorSessions sessions;
    private final SessionRule rule;

    public ListSessions(OperatorSessions sessions, SessionRule rule) {
        this.sessions = sessions;
        this.rule = rule;
    }

    public List<OperatorSession> list() {
        return sessions.live(rule, MAX);
    }
}
