package io.turnout.application.memory;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A trail in memory, gone with the process.
public final class MemoryAuditTrail implements AuditTrail {
    private final List<AuditRecord> records = new ArrayList<>();
    private final List<Sealed> anchors = new ArrayList<>();
    private final InstantSource clock;

    public MemoryAuditTrail(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<AuditRecord> append(List<AuditEntry> entries) {
        return entries.stream().map(this::added).toList();
    }

    private AuditRecord added(AuditEntry entry) {
        AuditHead head =
                records.isEmpty()
                        ? anchor().map(one -> one.anchor().head()).orElse(AuditHead.NONE)
                        : records.getLast().head();
        AuditRecord next = AuditRecord.after(head, clock.instant(), entry);
        records.add(next);
        return next;
    }

    @Override
    public synchronized List<AuditRecord> read(Query query) {
        return found(query.period(), query.org())
                .filter(record -> record.number() > query.after())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized List<AuditRecord> before(
            long number, Period period, Optional<OrgId> org, int limit) {
        return found(period, org)
                .filter(record -> record.number() < number)
                .sorted(Comparator.comparingLong(AuditRecord::number).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Sealed> anchor() {
        return anchors.isEmpty() ? Optional.empty() : Optional.of(anchors.getLast());
    }

    @Override
    public synchronized Optional<Overdue> overdue(Duration period) {
        List<AuditRecord> old = old(period).limit(DROP_MAX).toList();
        return old.isEmpty()
                ? Optional.empty()
                : Optional.of(new Overdue(old.getLast().head(), old.size(), clock.instant()));
    }

    @Override
    public synchronized long countOverdue(Duration period) {
        return old(period).count();
    }

    private Stream<AuditRecord> old(Duration period) {
        Instant since = clock.instant().minus(period);
        return records.stream()
                .limit(Math.max(0, records.size() - 1))
                .takeWhile(record -> record.at().isBefore(since));
    }

    @Override
    public synchronized int drop(Sealed anchor, AuditEntry entry) {
        AuditHead head = anchor.anchor().head();
        if (records.stream().noneMatch(record -> record.head().equals(head))) {
            return 0;
        }
        anchors.add(anchor);
        var _ = append(entry);
        int before = records.size();
        boolean _ = records.removeIf(record -> record.number() <= head.number());
        return before - records.size();
    }

    @Override
    public synchronized void reseal(Sealed anchor) {
        anchors.replaceAll(one -> one.anchor().equals(anchor.anchor()) ? anchor : one);
    }

    private Stream<AuditRecord> found(Period period, Optional<OrgId> org) {
        return records.stream()
                .filter(record -> period.from().filter(record.at()::isBefore).isEmpty())
                .filter(record -> period.to().filter(to -> !record.at().isBefore(to)).isEmpty())
                .filter(record -> org.isEmpty() || org.equals(record.entry().org()));
    }
}
