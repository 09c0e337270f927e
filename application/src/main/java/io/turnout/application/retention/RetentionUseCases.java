package io.turnout.application.retention;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.audit.DropAudit;

/// What can be asked about what was kept long enough.
public record RetentionUseCases(RunRetention run, ShowNotices show) {
    public static RetentionUseCases over(RetentionPorts ports, AuditTrail trail) {
        DropAudit drop = new DropAudit(trail, ports.management());
        return new RetentionUseCases(
                new RunRetention(ports, trail, drop::drop), new ShowNotices(ports.notices()));
    }
}
