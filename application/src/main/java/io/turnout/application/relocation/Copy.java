package io.turnout.application.relocation;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Proof;
import io.turnout.domain.relocation.Stay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The copy of an org in the making. It converges: whatever was copied twice, or in another order,
/// ends the same, since what is written is always what the row says now, and each write after that
/// has left its key in the journal.
record Copy(MoveOrg.Way way, MoveRule rule, State state) {
    /// How far it is.
    private static final class State {
        private long token;
        private long rows;
        private boolean verifying;
        private Proof proof = Proof.NOTHING;

        /// What was not seen to be equal since it was written; it is compared, at the last when
        /// nobody writes.
        private final Set<RowKey> open = new LinkedHashSet<>();

        /// What could not be written there when it was tried last.
        private final Set<RowKey> barred = new HashSet<>();
    }

    /// A move that is given up, on its way out of the copy.
    static final class Halt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Stay why;
        private final String detail;

        Halt(Stay why, String detail) {
            super(why + " " + detail, null, false, false);
            this.why = why;
            this.detail = detail;
        }

        Halt(Stay why) {
            this(why, "");
        }

        Moved.Stayed stayed() {
            return new Moved.Stayed(why, detail);
        }
    }

    static Copy begin(MoveOrg.Way way, MoveRule rule, long token) {
        State state = new State();
        state.token = token;
        return new Copy(way, rule, state);
    }

    private OrgId org() {
        return way.org();
    }

    private OrgRows here() {
        return way.from().rows(org());
    }

    private OrgRows there() {
        return way.to().rows(org());
    }

    long rows() {
        return state.rows;
    }

    Proof proof() {
        return state.proof;
    }

    /// Makes a table be there as it is here, page by page; a page that is so already costs no
    /// more than a look.
    void level(String table) {
        walk(table, this::repair);
    }

    private void walk(String table, Consumer<Span> differing) {
        Optional<RowKey> after = Optional.empty();
        do {
            Optional<RowKey> upto = here().end(table, after, rule.pageRows());
            Span span = new Span(table, after, upto);
            Print print = here().print(span);
            if (state.verifying) {
                state.proof = state.proof.with(table, print.rows(), print.hash());
            }
            if (!print.equals(there().print(span))) {
                differing.accept(span);
            }
            after = upto;
        } while (after.isPresent());
    }

    /// Rows may have come into the span since it was measured: what was not read of it is not taken
    /// for gone, but is the next page.
    private void repair(Span span) {
        List<StoredRow> rows = here().page(span, OrgRows.PAGE_MAX);
        if (rows.size() < OrgRows.PAGE_MAX) {
            repair(span, rows);
            return;
        }
        Optional<RowKey> last = Optional.of(rows.getLast().key());
        repair(new Span(span.table(), span.after(), last), rows);
        repair(new Span(span.table(), last, span.upto()));
    }

    /// As long as something stands there that is not here, there is one more page of it.
    private void repair(Span span, List<StoredRow> rows) {
        Set<RowKey> known = rows.stream().map(StoredRow::key).collect(Collectors.toSet());
        int seen;
        do {
            List<StoredRow> kept = there().page(span, OrgRows.PAGE_MAX);
            List<RowKey> gone =
                    kept.stream().map(StoredRow::key).filter(key -> !known.contains(key)).toList();
            // What stands there as it does here is not written once more.
            Set<StoredRow> same = new HashSet<>(kept);
            apply(rows.stream().filter(row -> !same.contains(row)).toList(), gone);
            seen = gone.isEmpty() ? 0 : kept.size();
        } while (seen == OrgRows.PAGE_MAX);
    }

    private void apply(List<StoredRow> rows, List<RowKey> gone) {
        switch (way.to().apply(org(), state.token, rows, gone)) {
            case DONE -> state.rows += rows.size() + gone.size();
            case NOT_YOURS -> throw new Halt(Stay.REPLACED);
            case IN_THE_WAY -> oneByOne(rows, gone);
        }
    }

    /// What must be unique is so here. Where another row of this org is in the way there, that was
    /// changed here since and its key is in the journal; where a row of another org is, that is
    /// seen when nobody writes.
    private void oneByOne(List<StoredRow> rows, List<RowKey> gone) {
        for (StoredRow row : rows) {
            if (way.to().apply(org(), state.token, List.of(row), gone) != StackStore.Applied.DONE) {
                state.open.add(row.key());
                state.barred.add(row.key());
            }
        }
    }

    /// Copies what is in the journal, a page of it. What was written.
    List<RowKey> drain() {
        return drain(here());
    }

    private List<RowKey> drain(OrgRows source) {
        List<JournalEntry> entries = source.journal(OrgRows.PAGE_MAX);
        Set<RowKey> written =
                entries.stream()
                        .map(JournalEntry::key)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (written.removeIf(key -> key.table().equals(StackStore.KEYS))) {
            levelKeys();
        }
        copy(source, List.copyOf(written));
        if (state.verifying) {
            state.open.addAll(written);
        }
        source.forget(entries);
        return List.copyOf(written);
    }

    private void copy(OrgRows source, List<RowKey> written) {
        if (written.isEmpty()) {
            return;
        }
        List<StoredRow> rows = source.read(written);
        Set<RowKey> gone = new LinkedHashSet<>(written);
        rows.forEach(row -> gone.remove(row.key()));
        apply(rows, List.copyOf(gone));
    }

    /// Keys cross unwrapped and wrapped anew; one that is there already stays as it is.
    void levelKeys() {
        Map<OrgKeys.Name, WrappedKey> kept = new HashMap<>();
        way.to().keys(org()).forEach(key -> kept.put(key.name(), key));
        List<WrappedKey> missing = new ArrayList<>();
        for (WrappedKey key : way.from().keys(org())) {
            if (kept.remove(key.name()) == null) {
                missing.add(way.keys().cross(key));
            }
        }
        if (!way.to().applyKeys(org(), state.token, missing, List.copyOf(kept.keySet()))) {
            throw new Halt(Stay.REPLACED);
        }
    }

    /// Compares all rows of a table. What is being written then, or is written later, is compared
    /// again until it is seen to be equal (see `settle`), at the last when nobody writes.
    void verify(String table) {
        state.verifying = true;
        walk(table, this::look);
        if (state.open.size() > OrgRows.PAGE_MAX) {
            settle();
        }
    }

    private void look(Span span) {
        var _ = drain();
        Map<RowKey, StoredRow> kept = new HashMap<>();
        there().page(span, OrgRows.PAGE_MAX).forEach(row -> kept.put(row.key(), row));
        for (StoredRow row : here().page(span, OrgRows.PAGE_MAX)) {
            if (!row.equals(kept.remove(row.key()))) {
                state.open.add(row.key());
            }
        }
        state.open.addAll(kept.keySet());
    }

    /// Looks again at what is open. What is still being written stays so.
    void settle() {
        state.open.retainAll(differing(here(), state.open));
        if (state.open.size() > OrgRows.PAGE_MAX) {
            throw new Halt(Stay.TOO_BUSY);
        }
    }

    private Set<RowKey> differing(OrgRows source, Set<RowKey> keys) {
        Set<RowKey> differing = new LinkedHashSet<>();
        List<RowKey> all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += OrgRows.PAGE_MAX) {
            List<RowKey> page = all.subList(i, Math.min(all.size(), i + OrgRows.PAGE_MAX));
            Set<StoredRow> rows = new HashSet<>(source.read(page));
            for (StoredRow row : there().read(page)) {
                if (!rows.remove(row)) {
                    differing.add(row.key());
                }
            }
            rows.forEach(row -> differing.add(row.key()));
        }
        return differing;
    }

    /// The last of it, while nobody writes: copies what was written, and compares that and what was
    /// open. How many rows that were.
    int finish(FrozenOrg frozen) {
        Set<RowKey> last = new LinkedHashSet<>(state.open);
        List<RowKey> written = drain(frozen);
        while (!written.isEmpty()) {
            last.addAll(written);
            written = drain(frozen);
        }
        Optional<RowKey> differing = differing(frozen, last).stream().findFirst();
        if (differing.isPresent()) {
            boolean barred = state.barred.contains(differing.get());
            throw new Halt(barred ? Stay.IN_THE_WAY : Stay.ROWS_DIFFER, differing.get().table());
        }
        return last.size();
    }

    /// Proof that the target answers, and that no write of this copy is under way behind it.
    void renew() {
        state.token =
                way.to().renewCopy(org(), state.token).orElseThrow(() -> new Halt(Stay.REPLACED));
    }
}
