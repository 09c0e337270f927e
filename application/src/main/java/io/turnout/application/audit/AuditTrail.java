package io.turnout.application.audit;

import io.turnout.domain.audit.AuditAnchor;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was done by those who run the house. It is only ever added to (A25).
public interface AuditTrail {
    /// How many records are read at once at most.
    int READ_MAX = 1_000;

    /// How many are dropped at once at most.
    int DROP_MAX = 10_000;

    /// Adds to the end, in their order. When this returns, the records are kept; when it throws,
    /// nothing was added. Whoever appends at the same time waits, and no number is given twice or
    /// left out.
    List<AuditRecord> append(List<AuditEntry> entries);

    default AuditRecord append(AuditEntry entry) {
        return append(List.of(entry)).getFirst();
    }

    /// Records in the order of their numbers.
    List<AuditRecord> read(Query query);

    /// The newest records first, of those before `number`: in a period, of an org or of all.
    List<AuditRecord> before(long number, Period period, Optional<OrgId> org, int limit);

    /// The last anchor and its seal, once something was dropped.
    Optional<Sealed> anchor();

    /// The first records that are all older than `period`, by the storage's clock: where they end,
    /// and how many they are, at most `DROP_MAX`. The last record of a trail always stays.
    Optional<Overdue> overdue(Duration period);

    /// How many are older than `period`.
    long countOverdue(Duration period);

    /// Keeps the anchor, adds the entry and drops what stands up to the anchor, in one transaction.
    /// How many that were: none where somebody else dropped as far.
    int drop(Sealed anchor, AuditEntry entry);

    /// The same anchor, sealed anew.
    void reseal(Sealed anchor);

    /// Where the records end that may be dropped now.
    record Overdue(AuditHead head, int count, Instant now) {}

    /// An anchor, and what proves that the house made it.
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
    record Sealed(AuditAnchor anchor, byte[] seal) {}

    /// Which records: after a number, in a period, of an org or of all, and how many.
    record Query(long after, Period period, Optional<OrgId> org, int limit) {
        /// All that come after `number`.
        public static Query after(long number, int limit) {
            return new Query(number, Period.ALWAYS, Optional.empty(), limit);
        }

        public Query {
            if (after < 0 || limit < 1 || limit > READ_MAX) {
                throw new IllegalArgumentException("1 to " + READ_MAX + " records");
            }
        }

        /// The same, from where `last` ends.
        public Query from(AuditRecord last) {
            return new Query(last.number(), period, org, limit);
        }
    }

    /// From an instant, inclusive, to another, exclusive; what is empty has no bound.
    record Period(Optional<Instant> from, Optional<Instant> to) {
        public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());
    }
}
