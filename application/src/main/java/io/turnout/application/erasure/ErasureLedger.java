package io.turnout.application.erasure;

import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who was forgotten, an org at a time: only ever added to. `Erasures` adds.
public interface ErasureLedger {
    /// How many entries are read at once at most.
    int READ_MAX = 1_000;

    /// All entries in the order of orgs and numbers, after `after`, at most `READ_MAX`.
    List<LedgerEntry> read(Optional<Place> after);

    /// What was written at `at` or later, at most `READ_MAX`, in that order.
    List<LedgerEntry> since(Instant at);

    /// Where somebody stopped reading.
    record Place(OrgId org, long number) {
        public static Place of(LedgerEntry entry) {
            return new Place(entry.org(), entry.number());
        }
    }
}
