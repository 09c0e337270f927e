package io.turnout.application.memory;

import io.turnout.application.relocation.JournalEntry;
import io.turnout.application.relocation.OrgRows;
import io.turnout.application.relocation.Print;
import io.turnout.application.relocation.RowKey;
import io.turnout.application.relocation.Span;
import io.turnout.application.relocation.StoredRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows of one org in memory, for as long as `stillOpen` does not throw.
class MemoryOrgRows implements OrgRows {
    private final MemoryShelf shelf;
    private final Runnable stillOpen;

    MemoryOrgRows(MemoryShelf shelf, Runnable stillOpen) {
        this.shelf = shelf;
        this.stillOpen = stillOpen;
    }

    private Stream<StoredRow> rows(String table) {
        stillOpen.run();
        return shelf.rows(table);
    }

    private static boolean isIn(Span span, RowKey key) {
        return span.after().filter(after -> MemoryShelf.ORDER.compare(key, after) <= 0).isEmpty()
                && span.upto().filter(upto -> MemoryShelf.ORDER.compare(key, upto) > 0).isEmpty();
    }

    @Override
    public Optional<RowKey> end(String table, Optional<RowKey> after, int rows) {
        Span rest = new Span(table, after, Optional.empty());
        return rows(table)
                .map(StoredRow::key)
                .filter(key -> isIn(rest, key))
                .skip(rows - 1)
                .findFirst();
    }

    @Override
    public List<StoredRow> page(Span span, int limit) {
        return rows(span.table()).filter(row -> isIn(span, row.key())).limit(limit).toList();
    }

    @Override
    public Print print(Span span) {
        List<StoredRow> rows = page(span, Integer.MAX_VALUE);
        return new Print(
                rows.size(),
                rows.stream().map(StoredRow::content).collect(Collectors.joining("\n")));
    }

    @Override
    public List<StoredRow> read(List<RowKey> keys) {
        stillOpen.run();
        return keys.stream().flatMap(key -> shelf.row(key).stream()).toList();
    }

    @Override
    public List<JournalEntry> journal(int limit) {
        stillOpen.run();
        return shelf.journal.stream().limit(limit).toList();
    }

    @Override
    public long backlog() {
        stillOpen.run();
        return shelf.journal.size();
    }

    @Override
    public void forget(List<JournalEntry> entries) {
        stillOpen.run();
        Set<JournalEntry> gone = new HashSet<>(entries);
        shelf.journal.removeIf(gone::contains);
    }
}
