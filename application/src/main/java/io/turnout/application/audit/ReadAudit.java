package io.turnout.application.audit;

import io.turnout.domain.audit.AuditRecord;
import java.util.List;
import java.util.function.Consumer;

/// What was done, for those who must show it.
public record ReadAudit(AuditTrail trail) {
    public List<AuditRecord> page(AuditTrail.Query query) {
        return trail.read(query);
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
