package io.turnout.application.operator;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.operator.SessionRule;

/// What can be asked about who is signed in.
public record SessionUseCases(
        OpenSession open,
        FindSession find,
        CloseSession close,
        RevokeSessions revoke,
        ListSessions list) {
    public static SessionUseCases over(OperatorSessions sessions, AuditTrail trail) {
        SessionRule rule = SessionRule.USUAL;
        return new SessionUseCases(
                new OpenSession(sessions, trail),
                new FindSession(sessions, rule),
                new CloseSession(sessions),
                new RevokeSessions(sessions),
                new ListSessions(sessions, rule));
    }
}
