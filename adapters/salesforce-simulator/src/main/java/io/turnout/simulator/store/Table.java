package io.turnout.simulator.store;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.schema.Trait;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The committed rows of one object in id order, which is the order of their making, and an index
/// for each key. Readers and the committer keep out of each other's way by the database's lock.
final class Table {
    private final ObjectType type;
    private final NavigableMap<String, Row> rows = new TreeMap<>();
    private final Map<String, Map<String, String[]>> indexes = new HashMap<>();
    private final AtomicLong serial = new AtomicLong();
    private long living;

    Table(ObjectType type) {
        this.type = type;
        type.keys().forEach(field -> indexes.put(field.name(), new HashMap<>()));
    }

    ObjectType type() {
        return type;
    }

    String nextId() {
        return RecordId.of(type.keyPrefix(), serial.incrementAndGet());
    }

    /// `AT-0000017` for the seventeenth attendee: the object's capitals and the row's number.
    @Nullable Object autoNumber(String id) {
        boolean numbered = type.field("Name").map(name -> name.is(Trait.AUTO_NUMBER)).orElse(false);
        String letters = type.name().substring(0, 2).toUpperCase(Locale.ROOT);
        return numbered ? "%s-%07d".formatted(letters, RecordId.number(id)) : null;
    }

    @Nullable Row get(String id) {
        return rows.get(id);
    }

    List<String> find(Field field, String value) {
        Map<String, String[]> index = indexes.get(field.name());
        String[] ids = index == null ? null : index.get(field.key(value));
        return ids == null ? List.of() : List.of(ids);
    }

    Collection<Row> after(@Nullable String id) {
        return id == null ? rows.values() : rows.tailMap(id, false).values();
    }

    long living() {
        return living;
    }

    /// Puts the row in the place of what was there, and hands that back.
    @Nullable Row put(Row row) {
        Row before = rows.put(row.id(), row);
        if (before == null) {
            serial.accumulateAndGet(RecordId.number(row.id()), Math::max);
        }
        living += (row.deleted() ? 0 : 1) - (before == null || before.deleted() ? 0 : 1);
        for (Field key : type.keys()) {
            String was = before == null || before.deleted() ? null : before.text(key);
            String is = row.deleted() ? null : row.text(key);
            if (was != null && !was.equals(is)) {
                drop(key, was, row.id());
            }
            if (is != null && !is.equals(was)) {
                enter(key, is, row.id());
            }
        }
        return before;
    }

    private void enter(Field key, String value, String id) {
        Map<String, String[]> index = indexes.getOrDefault(key.name(), new HashMap<>());
        index.merge(
                key.key(value),
                new String[] {id},
                (old, one) -> {
                    String[] both = Arrays.copyOf(old, old.length + 1);
                    both[old.length] = id;
                    return both;
                });
    }

    private void drop(Field key, String value, String id) {
        Map<String, String[]> index = indexes.getOrDefault(key.name(), new HashMap<>());
        index.computeIfPresent(
                key.key(value),
                (text, ids) -> {
                    String[] rest =
                            Arrays.stream(ids).filter(i -> !i.equals(id)).toArray(String[]::new);
                    return rest.length == 0 ? null : rest;
                });
    }
}
