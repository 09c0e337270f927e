package io.turnout.application.erasure;

import io.turnout.domain.erasure.LedgerEntry;
import java.util.List;

/// The ledger once more, where a backup of the tables does not reach: so that what is restored
/// forgets again whom it had forgotten.
public interface LedgerCopy {
    /// All of it, in the order in which it was written.
    ///
    /// @throws IllegalStateException when something in it is not as it was written
    List<LedgerEntry> read();

    /// Adds to the end. When this returns, a loss of power loses none of it.
    void append(List<LedgerEntry> entries);
}
