package io.turnout.application.retention;

import io.turnout.application.audit.AuditTrail;

/// What can be asked about what was kept long enough.
public record RetentionUseCases(RunRetention run, ShowNotices show) {
    public static RetentionUseCases over(RetentionPorts ports, AuditTrail trail) {
        return new RetentionUseCases(
                new RunRetention(ports, trail), new ShowNotices(ports.notices()));
    }
}
