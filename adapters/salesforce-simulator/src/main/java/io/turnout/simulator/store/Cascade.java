package io.turnout.simulator.store;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Trait;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What goes with a row when it is deleted: its details, and theirs. A row that merely refers to it
/// stays, and goes on referring to what is in the bin.
final class Cascade {
    private final Transaction transaction;

    Cascade(Transaction transaction) {
        this.transaction = transaction;
    }

    List<Transaction.Written> below(ObjectType type, String id) {
        Map<String, Transaction.Written> found = new LinkedHashMap<>();
        Deque<Map.Entry<ObjectType, String>> masters = new ArrayDeque<>();
        masters.add(Map.entry(type, id));
        while (!masters.isEmpty()) {
            var master = masters.remove();
            for (Transaction.Written detail : details(master.getKey(), master.getValue())) {
                if (found.put(detail.row().id(), detail) == null) {
                    masters.add(Map.entry(detail.type(), detail.row().id()));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private List<Transaction.Written> details(ObjectType master, String id) {
        return transaction.database().schema().types().stream()
                .flatMap(
                        type ->
                                type.fields().stream()
                                        .filter(f -> owns(master, f))
                                        .map(f -> rows(type, f, id)))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean owns(ObjectType master, Field field) {
        Field.Reference reference = field.reference();
        return field.is(Trait.MASTER_DETAIL)
                && reference != null
                && reference.target().equalsIgnoreCase(master.name());
    }

    private List<Transaction.Written> rows(ObjectType type, Field way, String id) {
        return transaction
                .view()
                .select(type, row -> !row.deleted() && id.equals(row.text(way)))
                .stream()
                .map(row -> new Transaction.Written(type, row))
                .toList();
    }
}
