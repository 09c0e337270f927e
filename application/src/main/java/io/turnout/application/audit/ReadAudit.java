package io.turnout.application.audit;

import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What was done, for those who must show it.
public record ReadAudit(AuditTrail trail) {
    public List<AuditRecord> page(AuditTrail.Query query) {
        return trail.read(query);
    }

    /// The newest first, before a number.
    public List<AuditRecord> newest(
            long before, AuditTrail.Period period, Optional<OrgId> org, int limit) {
        return trail.before(before, period, org, limit);
    }

    /// Hands over all of it, however much it is. How many records it was.
    public long all(AuditTrail.Query query, Consumer<AuditRecord> taker) {
        long count = 0;
        AuditTrail.Query next = query;
        while (true) {
            List<AuditRecord> page = trail.read(next);
            page.forEach(taker);
            count += page.size();
            if (page.size() < query.limit()) {
                return count;
            }
            next = next.from(page.getLast());
        }
    }
}
