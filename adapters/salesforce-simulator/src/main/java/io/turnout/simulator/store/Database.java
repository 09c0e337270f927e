package io.turnout.simulator.store;

import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Schema;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rows of one org. A reader sees whole transactions or nothing of them; writers meet at row
/// and key locks; a commit is stamped with a time later than every commit before it.
public final class Database implements View, AutoCloseable {
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Schema schema;
    private final Policy policy;
    private final InstantSource clock;
    private final Journal journal;
    private final Locks locks = new Locks();
    private final ReentrantReadWriteLock access = new ReentrantReadWriteLock();
    private long lastStamp;
    private long lastCall;

    public Database(Schema schema, Policy policy, InstantSource clock, Journal journal) {
        this.schema = schema;
        this.policy = policy;
        this.clock = clock;
        this.journal = journal;
        schema.types().forEach(type -> tables.put(type.name(), new Table(type)));
        journal.replay(schema, this::restore);
    }

    private void restore(String object, Row row) {
        Table table = tables.get(object);
        if (table != null) {
            var _ = table.put(row);
            lastStamp = Math.max(lastStamp, row.modified());
            lastCall = Math.max(lastCall, row.stamp().call());
        }
    }

    /// The highest call id any stored row carries, so that a restart goes on counting after it.
    public long lastCall() {
        return lastCall;
    }

    /// Adds objects to a running org, all of them or none.
    public synchronized void add(List<ObjectType> types) {
        var _ = schema.with(types);
        // Whoever finds the object must find its table too.
        types.forEach(type -> tables.put(type.name(), new Table(type)));
        schema.add(types);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    public Transaction begin(Writer writer) {
        return new Transaction(this, writer);
    }

    @Override
    public Optional<Row> find(ObjectType type, String id) {
        return read(() -> Optional.ofNullable(table(type).get(id)));
    }

    @Override
    public List<String> find(ObjectType type, Change.Key key) {
        return read(() -> table(type).find(key.field(), key.value()));
    }

    @Override
    public List<Row> select(ObjectType type, Predicate<Row> wanted) {
        return read(
                () -> {
                    List<Row> found = new ArrayList<>();
                    for (Row row : table(type).after(null)) {
                        if (wanted.test(row)) {
                            found.add(row);
                        }
                    }
                    return found;
                });
    }

    /// At most `limit` rows after this id, deleted ones too: for walking through a large table.
    public List<Row> page(ObjectType type, @Nullable String after, int limit) {
        return read(() -> table(type).after(after).stream().limit(limit).toList());
    }

    public long count(ObjectType type) {
        return read(() -> table(type).living());
    }

    /// Holds a row for so long, as an administrator's long transaction would. It is held when this
    /// returns; the handle lets it go early.
    public AutoCloseable hold(String id, Duration time) {
        Object owner = new Object();
        List<String> key = List.of(Transaction.rowLock(id));
        if (!locks.acquire(key.getFirst(), owner, Locks.deadlineIn(time))) {
            throw new IllegalArgumentException("somebody else holds " + id);
        }
        Thread holder =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                Thread.sleep(time);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } finally {
                                locks.release(key, owner);
                            }
                        });
        return () -> {
            holder.interrupt();
            holder.join();
        };
    }

    Table table(ObjectType type) {
        Table table = tables.get(type.name());
        if (table == null) {
            throw new IllegalStateException("no table for " + type.name());
        }
        return table;
    }

    Policy policy() {
        return policy;
    }

    Locks locks() {
        return locks;
    }

    <T> T read(Supplier<T> reading) {
        access.readLock().lock();
        try {
            return reading.get();
        } finally {
            access.readLock().unlock();
        }
    }

    /// Makes the rows of a transaction the truth: in the journal first, then for every reader.
    List<Committed> publish(Collection<Transaction.Written> rows) {
        access.writeLock().lock();
        try {
            long stamp = Math.max(clock.millis(), lastStamp + 1);
            List<Transaction.Written> stamped = new ArrayList<>(rows.size());
            for (Transaction.Written written : rows) {
                stamped.add(new Transaction.Written(written.type(), written.row().stamped(stamp)));
            }
            journal.append(stamped);
            lastStamp = stamp;
            List<Committed> committed = new ArrayList<>(stamped.size());
            for (Transaction.Written one : stamped) {
                Row before = table(one.type()).put(one.row());
                committed.add(new Committed(one.type(), before, one.row()));
            }
            return committed;
        } finally {
            access.writeLock().unlock();
        }
    }

    /// The time up to which every change is visible.
    public long coveredUntil() {
        return read(() -> Math.max(clock.millis(), lastStamp));
    }

    @Override
    public void close() {
        journal.close();
    }
}
