package io.turnout.application.relocation;

import java.util.List;
import java.util.Optional;

/// What a stack keeps of one org. What is read is what was committed when it was asked.
public interface OrgRows {
    /// How many rows are read or journal entries are taken at once at most.
    int PAGE_MAX = 2_000;

    /// The key that a page of `rows` rows after `after` ends with. Empty where there are no more
    /// than that.
    Optional<RowKey> end(String table, Optional<RowKey> after, int rows);

    /// The rows of a span in the order of their keys, `limit` of them at most.
    List<StoredRow> page(Span span, int limit);

    /// How many rows of a span there are and what they say.
    Print print(Span span);

    /// Those of the rows that there are now, in no order; the others are gone.
    List<StoredRow> read(List<RowKey> keys);

    /// What was written since the org began to move and was not forgotten yet, oldest first.
    List<JournalEntry> journal(int limit);

    /// How much that is.
    long backlog();

    /// Takes just these entries away: what was written since they were read keeps its own.
    void forget(List<JournalEntry> entries);
}
