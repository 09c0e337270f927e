package io.turnout.application.erasure;

import io.turnout.domain.erasure.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Keeps the copy of the ledger as the ledger is. Called by one thread, again and again.
public final class CopyLedger {
    /// Entries of different orgs are not written in the order of their times.
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final ErasureLedger ledger;
    private final LedgerCopy copy;
    private final Set<String> copied = new HashSet<>();
    private Instant upTo = Instant.EPOCH;

    public CopyLedger(ErasureLedger ledger, LedgerCopy copy) {
        this.ledger = ledger;
        this.copy = copy;
    }

    /// Whether there may be more right now.
    public boolean copy() {
        if (copied.isEmpty()) {
            copy.read().forEach(entry -> copied.add(entry.hash()));
        }
        List<LedgerEntry> page = ledger.since(upTo);
        List<LedgerEntry> fresh =
                page.stream().filter(entry -> !copied.contains(entry.hash())).toList();
        if (!fresh.isEmpty()) {
            copy.append(fresh);
            fresh.forEach(entry -> copied.add(entry.hash()));
        }
        boolean more = page.size() == ErasureLedger.READ_MAX;
        if (!page.isEmpty()) {
            Instant last = page.getLast().at();
            Instant before = last.minus(OVERLAP);
            // Only where all of it was read, a part may be read again.
            upTo = more ? last : before.isAfter(upTo) ? before : upTo;
        }
        return more;
    }
}
