package io.turnout.application.memory;

import io.turnout.application.erasure.LedgerCopy;
import io.turnout.domain.erasure.LedgerEntry;
import java.util.ArrayList;
import java.util.List;

/// A copy that is as long-lived as what it is a copy of: for a house that has nothing to restore.
public final class MemoryLedgerCopy implements LedgerCopy {
    private final List<LedgerEntry> entries = new ArrayList<>();

    @Override
    public synchronized List<LedgerEntry> read() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized void append(List<LedgerEntry> more) {
        entries.addAll(more);
    }
}
