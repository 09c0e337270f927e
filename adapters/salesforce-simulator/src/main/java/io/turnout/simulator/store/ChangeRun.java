package io.turnout.simulator.store;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.schema.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One pass over a chunk of changes: lock the keys, then the rows and their parents, then look at
/// each row as it is now, check it and write it.
final class ChangeRun {
    private final Transaction transaction;
    private final RowCheck check;
    private final Cascade cascade;

    ChangeRun(Transaction transaction) {
        this.transaction = transaction;
        this.check = new RowCheck(transaction);
        this.cascade = new Cascade(transaction);
    }

    List<Outcome> run(List<Change> changes) {
        Policy policy = transaction.database().policy();
        long deadline = Locks.deadlineIn(policy.lockWait());
        List<Set<String>> locks = new ArrayList<>();
        changes.forEach(change -> locks.add(keyLocks(change)));
        transaction.lock(flat(locks), deadline);
        for (int i = 0; i < changes.size(); i++) {
            locks.get(i).addAll(rowLocks(changes.get(i)));
        }
        transaction.lock(flat(locks), deadline);
        Map<String, Integer> asked = timesAsked(changes);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            outcomes.add(change(changes.get(i), locks.get(i), asked));
        }
        pause(policy.pace(changes.size(), written(changes)));
        return outcomes;
    }

    /// How many rows of each object the triggers get to see.
    private static Map<String, Integer> written(List<Change> changes) {
        Map<String, Integer> written = new TreeMap<>();
        for (Change change : changes) {
            change.target().ifPresent(type -> written.merge(type.name(), 1, Integer::sum));
        }
        return written;
    }

    private static List<String> flat(List<Set<String>> locks) {
        return locks.stream().flatMap(Set::stream).toList();
    }

    private static Map<String, Integer> timesAsked(List<Change> changes) {
        Map<String, Integer> times = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Upsert(var type, var key, var _, var _)) {
                var _ = times.merge(Transaction.keyLock(type, key), 1, Integer::sum);
            }
        }
        return times;
    }

    private Set<String> keyLocks(Change change) {
        Set<String> keys = new LinkedHashSet<>();
        switch (change) {
            case Change.Insert(var type, var draft) -> addUnique(keys, type, draft);
            case Change.Update(var type, var _, var draft) -> addUnique(keys, type, draft);
            case Change.Upsert(var type, var key, var draft, var _) -> {
                keys.add(Transaction.keyLock(type, key));
                addUnique(keys, type, draft);
            }
            case Change.Delete _, Change.Unreadable _ -> {}
        }
        return keys;
    }

    private static void addUnique(Set<String> keys, ObjectType type, Draft draft) {
        draft.values()
                .forEach(
                        (field, value) -> {
                            if (value != null && field.is(Trait.UNIQUE)) {
                                var key = new Change.Key(field, value.toString());
                                keys.add(Transaction.keyLock(type, key));
                            }
                        });
    }

    private Set<String> rowLocks(Change change) {
        Set<String> keys = new LinkedHashSet<>();
        switch (change) {
            case Change.Insert(var type, var draft) -> addParents(keys, type, draft, null);
            case Change.Update(var type, var id, var draft) -> addParents(keys, type, draft, id);
            case Change.Delete(var type, var id) -> {
                addParents(keys, type, new Draft(), id);
                for (Transaction.Written own : cascade.below(type, id)) {
                    keys.add(Transaction.rowLock(own.row().id()));
                }
            }
            case Change.Upsert(var type, var key, var draft, var _) -> {
                List<String> ids = transaction.see(type, key);
                addParents(keys, type, draft, ids.size() == 1 ? ids.getFirst() : null);
            }
            case Change.Unreadable _ -> {}
        }
        return keys;
    }

    private void addParents(Set<String> keys, ObjectType type, Draft draft, @Nullable String id) {
        Row before = id == null ? null : transaction.see(type, id).orElse(null);
        if (id != null) {
            keys.add(Transaction.rowLock(id));
        }
        for (Field field : type.fields()) {
            if (field.is(Trait.LOCKS_PARENT)) {
                String parent = check.parent(field, draft, before);
                if (parent != null) {
                    keys.add(Transaction.rowLock(parent));
                }
            }
        }
    }

    private Outcome change(Change change, Set<String> locks, Map<String, Integer> asked) {
        String id = null;
        try {
            id = target(change, asked);
            String missing = transaction.missing(locks);
            if (missing != null) {
                throw locked(missing);
            }
            return write(change, id);
        } catch (Ambiguity ambiguity) {
            return new Outcome.Ambiguous(ambiguity.ids);
        } catch (Refusal refusal) {
            return new Outcome.Failed(id, refusal);
        }
    }

    private static Refusal locked(String lock) {
        String id = lock.startsWith("row ") ? " or 1 records: " + lock.substring(4) : "";
        return Refusal.row(
                "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record" + id);
    }

    private @Nullable String target(Change change, Map<String, Integer> asked) {
        return switch (change) {
            case Change.Insert _, Change.Unreadable _ -> null;
            case Change.Update(var type, var id, var _) -> living(type, id);
            case Change.Delete(var type, var id) -> living(type, id);
            case Change.Upsert(var type, var key, var _, var updateOnly) -> {
                if (asked.getOrDefault(Transaction.keyLock(type, key), 0) > 1) {
                    throw Refusal.row(
                            "DUPLICATE_VALUE",
                            "Duplicate external id specified: " + key.value(),
                            key.field().name());
                }
                List<String> ids = transaction.see(type, key);
                if (ids.size() > 1) {
                    throw new Ambiguity(ids);
                }
                if (ids.isEmpty() && updateOnly) {
                    throw Refusal.row("NOT_FOUND", "The requested resource does not exist").as(404);
                }
                yield ids.isEmpty() ? null : ids.getFirst();
            }
        };
    }

    private String living(ObjectType type, String id) {
        Row row =
                transaction
                        .see(type, id)
                        .orElseThrow(
                                () ->
                                        Refusal.row(
                                                        "INVALID_CROSS_REFERENCE_KEY",
                                                        "invalid cross reference id")
                                                .as(404));
        if (row.deleted()) {
            throw Refusal.row("ENTITY_IS_DELETED", "entity is deleted").as(404);
        }
        return id;
    }

    private Outcome write(Change change, @Nullable String id) {
        switch (change) {
            case Change.Unreadable(Refusal refusal) -> throw refusal;
            case Change.Insert(var type, var draft) -> {
                return new Outcome.Done(insert(type, draft), true);
            }
            case Change.Update(var type, var _, var draft) -> update(type, id, draft);
            case Change.Delete(var type, var _) -> {
                Row before = before(type, id);
                transaction.bin(type, before);
                cascade.below(type, before.id())
                        .forEach(own -> transaction.bin(own.type(), own.row()));
            }
            case Change.Upsert(var type, var key, var draft, var _) -> {
                if (id == null) {
                    draft.set(key.field(), key.field().typed(key.value()).orElseThrow());
                    return new Outcome.Done(insert(type, draft), true);
                }
                update(type, id, draft);
            }
        }
        return new Outcome.Done(String.valueOf(id), false);
    }

    private Row before(ObjectType type, @Nullable String id) {
        return transaction.see(type, String.valueOf(id)).orElseThrow();
    }

    private String insert(ObjectType type, Draft draft) {
        Table table = transaction.database().table(type);
        String id = draft.chosenId().orElseGet(table::nextId);
        Row row = Row.fresh(id, type, transaction.writer().call());
        check.fill(type, row, draft);
        Names.give(type, row, table.autoNumber(id));
        check.insert(type, row, draft);
        transaction.write(type, row);
        return id;
    }

    private void update(ObjectType type, @Nullable String id, Draft draft) {
        Row before = before(type, id);
        Row row = before.copyFor(type, transaction.writer().call());
        check.fill(type, row, draft);
        Names.give(type, row, null);
        check.update(type, before, row, draft);
        transaction.write(type, row);
    }

    private static void pause(Duration time) {
        if (time.isPositive()) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Ambiguity extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<String> ids;

        Ambiguity(List<String> ids) {
            super(null, null, false, false);
            this.ids = ids;
        }
    }
}
