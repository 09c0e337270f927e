package io.turnout.application.audit;

import io.turnout.application.privacy.KeyManagement;

/// What can be asked about what was done. Whoever does something appends it to `trail`.
public record AuditUseCases(AuditTrail trail, ReadAudit read, VerifyAudit verify) {
    public static AuditUseCases over(AuditTrail trail, KeyManagement management) {
        return new AuditUseCases(trail, new ReadAudit(trail), new VerifyAudit(trail, management));
    }
}
