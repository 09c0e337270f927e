package io.turnout.application.memory;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.audit.AuditRecord;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A trail in memory, gone with the process.
public final class MemoryAuditTrail implements AuditTrail {
    private final List<AuditRecord> records = new ArrayList<>();
    private final InstantSource clock;

    public MemoryAuditTrail(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized AuditRecord append(AuditEntry entry) {
        AuditHead head = records.isEmpty() ? AuditHead.NONE : records.getLast().head();
        AuditRecord next = AuditRecord.after(head, clock.instant(), entry);
        records.add(next);
        return next;
    }

    @Override
    public synchronized List<AuditRecord> read(Query query) {
        return records.stream()
                .filter(record -> record.number() > query.after())
                .filter(record -> query.period().from().filter(record.at()::isBefore).isEmpty())
                .filter(
                        record ->
                                query.period()
                                        .to()
                                        .filter(to -> !record.at().isBefore(to))
                                        .isEmpty())
                .filter(record -> query.org().isEmpty() || query.org().equals(record.entry().org()))
                .limit(query.limit())
                .toList();
    }
}
