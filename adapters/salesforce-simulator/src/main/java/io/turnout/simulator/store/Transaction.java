package io.turnout.simulator.store;

import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Changes that become true together or not at all. Until the commit nobody else sees them; the
/// rows, keys and parents they touch are locked to the end. Closing without a commit undoes all.
public final class Transaction implements AutoCloseable {
    /// A row and the object it belongs to.
    public record Written(ObjectType type, Row row) {}

    private final Database database;
    private final Writer writer;
    private final Set<String> locked = new HashSet<>();
    private final Set<String> missed = new HashSet<>();
    private Map<String, Written> written = new LinkedHashMap<>();
    private Map<String, List<String>> keyed = new LinkedHashMap<>();

    Transaction(Database database, Writer writer) {
        this.database = database;
        this.writer = writer;
    }

    static String rowLock(String id) {
        return "row " + id;
    }

    static String keyLock(ObjectType type, Change.Key key) {
        return "key " + type.name() + "." + key.field().name() + "=" + key.field().key(key.value());
    }

    Writer writer() {
        return writer;
    }

    Database database() {
        return database;
    }

    /// Does the changes in order and says of each what became of it. With `allOrNone` one failure
    /// undoes them all. Takes as long as the org's pace says, with the locks held.
    public List<Outcome> apply(List<Change> changes, boolean allOrNone) {
        Mark before = mark();
        List<Outcome> outcomes = new ChangeRun(this).run(changes);
        boolean failed = outcomes.stream().anyMatch(o -> !(o instanceof Outcome.Done));
        if (allOrNone && failed) {
            rollback(before);
            return outcomes.stream().map(this::rolledBack).toList();
        }
        return outcomes;
    }

    private Outcome rolledBack(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(String id, boolean created) ->
                    new Outcome.Failed(created ? null : id, collateral());
            case Outcome.Failed failed -> failed;
            case Outcome.Ambiguous ambiguous -> ambiguous;
        };
    }

    private static Refusal collateral() {
        return Refusal.row(
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "Record rolled back because not all records were valid and the request was"
                        + " using AllOrNone header");
    }

    /// How things stood at some moment of this transaction.
    public record Mark(Map<String, Written> written, Map<String, List<String>> keyed) {}

    public Mark mark() {
        return new Mark(new LinkedHashMap<>(written), new LinkedHashMap<>(keyed));
    }

    /// Undoes everything since the mark; the locks stay, as they do on the platform.
    public void rollback(Mark mark) {
        written = mark.written();
        keyed = mark.keyed();
    }

    public int size() {
        return written.size();
    }

    /// The row as this transaction sees it: its own writes first, then what is committed.
    public Optional<Row> see(ObjectType type, String id) {
        Written own = written.get(id);
        return own != null ? Optional.of(own.row()) : database.find(type, id);
    }

    /// The living rows with this key as this transaction sees them.
    List<String> see(ObjectType type, Change.Key key) {
        Set<String> ids = new TreeSet<>(database.find(type, key));
        ids.removeIf(written::containsKey);
        for (String id : keyed.getOrDefault(keyLock(type, key), List.of())) {
            Written own = written.get(id);
            String now = own == null || own.row().deleted() ? null : own.row().text(key.field());
            if (now != null && key.field().key(now).equals(key.field().key(key.value()))) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    /// The rows as this transaction sees them.
    public View view() {
        return new OwnView(this);
    }

    boolean wrote(String id) {
        return written.containsKey(id);
    }

    /// What this transaction has written of an object so far.
    List<Row> written(ObjectType type) {
        return written.values().stream()
                .filter(own -> own.type().name().equals(type.name()))
                .map(Written::row)
                .toList();
    }

    void bin(ObjectType type, Row row) {
        write(type, row.binned(writer.call()));
    }

    void write(ObjectType type, Row row) {
        written.put(row.id(), new Written(type, row));
        for (var field : type.keys()) {
            String value = row.text(field);
            if (value != null) {
                keyed.computeIfAbsent(
                                keyLock(type, new Change.Key(field, value)), k -> new ArrayList<>())
                        .add(row.id());
            }
        }
    }

    /// Locks all of these in one order, so that two that want the same do not wait crosswise.
    void lock(Collection<String> keys, long deadline) {
        for (String key : new TreeSet<>(keys)) {
            if (!locked.contains(key)) {
                if (database.locks().acquire(key, this, deadline)) {
                    locked.add(key);
                    missed.remove(key);
                } else {
                    missed.add(key);
                }
            }
        }
    }

    /// The first of these keys that somebody else kept from us.
    @Nullable String missing(Collection<String> keys) {
        return keys.stream().filter(missed::contains).findFirst().orElse(null);
    }

    public void commit() {
        List<Committed> rows = written.isEmpty() ? List.of() : database.publish(written.values());
        close();
        database.policy().committed(writer, rows);
    }

    @Override
    public void close() {
        written.clear();
        database.locks().release(locked, this);
        locked.clear();
    }
}
