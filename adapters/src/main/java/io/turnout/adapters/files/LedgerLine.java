package io.turnout.adapters.files;

import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.erasure.LedgerEntry.Wish;
import io.turnout.domain.org.OrgId;
import java.time.Instant;

/// An entry of the ledger as a line has it.
record LedgerLine(
        String org,
        long number,
        String at,
        String erasure,
        String asked,
        String digest,
        Erased erased,
        String previous,
        String hash) {
    static LedgerLine of(LedgerEntry entry) {
        return new LedgerLine(
                entry.org().value(),
                entry.number(),
                entry.at().toString(),
                entry.what().id().toString(),
                entry.what().asked().toString(),
                entry.what().digest(),
                entry.erased(),
                entry.previous(),
                entry.hash());
    }

    LedgerEntry toEntry() {
        return new LedgerEntry(
                new OrgId(org),
                number,
                Instant.parse(at),
                new Wish(ErasureId.valueOf(erasure), Instant.parse(asked), digest),
                erased,
                previous,
                hash);
    }
}
