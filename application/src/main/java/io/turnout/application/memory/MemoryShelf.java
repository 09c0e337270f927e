package io.turnout.application.memory;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.application.relocation.JournalEntry;
import io.turnout.application.relocation.RowKey;
import io.turnout.application.relocation.StoredRow;
import io.turnout.application.relocation.WrappedKey;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.StackName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is kept of one org.
final class MemoryShelf {
    static final Comparator<RowKey> ORDER =
            Comparator.comparing(RowKey::table)
                    .thenComparing(key -> String.join("\0", key.parts()));

    private final NavigableMap<RowKey, String> rows = new TreeMap<>(ORDER);
    final List<JournalEntry> journal = new ArrayList<>();
    final Map<OrgKeys.Name, WrappedKey> keys = new LinkedHashMap<>();
    Home home;
    boolean journalling;
    boolean held;
    int writers;
    long applier;
    long mover;
    long numbers;
    long freezes;
    boolean frozen;

    MemoryShelf(Home home) {
        this.home = home;
    }

    void put(RowKey key, @Nullable String content) {
        if (content == null) {
            rows.remove(key);
        } else {
            rows.put(key, content);
        }
    }

    Stream<StoredRow> rows(String table) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().table().equals(table))
                .map(row -> new StoredRow(row.getKey(), row.getValue()));
    }

    Optional<StoredRow> row(RowKey key) {
        return Optional.ofNullable(rows.get(key)).map(content -> new StoredRow(key, content));
    }

    boolean isFrozen(long number) {
        return frozen && freezes == number;
    }

    void release(StackName next) {
        home = home.next(next);
        journalling = false;
        held = false;
        frozen = false;
    }

    void thaw() {
        frozen = false;
    }
}
