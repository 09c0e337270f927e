package io.turnout.application.audit;

/// What can be asked about what was done. Whoever does something appends it to `trail`.
public record AuditUseCases(AuditTrail trail, ReadAudit read, VerifyAudit verify) {
    public static AuditUseCases over(AuditTrail trail) {
        return new AuditUseCases(trail, new ReadAudit(trail), new VerifyAudit(trail));
    }
}
