package io.turnout.application.memory;

import io.turnout.application.erasure.ErasureLedger;
import io.turnout.domain.erasure.LedgerEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Ledgers in memory, gone with the process.
public final class MemoryErasureLedger implements ErasureLedger {
    private static final Comparator<LedgerEntry> PLACES =
            Comparator.<LedgerEntry, String>comparing(entry -> entry.org().value())
                    .thenComparing(LedgerEntry::number);

    private final MemoryStore store;

    MemoryErasureLedger(MemoryStore store) {
        this.store = store;
    }

    @Override
    public List<LedgerEntry> read(Optional<Place> after) {
        synchronized (store) {
            return all().filter(entry -> after.isEmpty() || isAfter(entry, after.get()))
                    .sorted(PLACES)
                    .limit(READ_MAX)
                    .toList();
        }
    }

    private static boolean isAfter(LedgerEntry entry, Place place) {
        int orgs = entry.org().value().compareTo(place.org().value());
        return orgs > 0 || (orgs == 0 && entry.number() > place.number());
    }

    @Override
    public List<LedgerEntry> since(Instant at) {
        synchronized (store) {
            return all().filter(entry -> !entry.at().isBefore(at))
                    .sorted(Comparator.comparing(LedgerEntry::at).thenComparing(PLACES))
                    .limit(READ_MAX)
                    .toList();
        }
    }

    private Stream<LedgerEntry> all() {
        return store.orgs.values().stream().flatMap(org -> org.ledger.stream());
    }
}
