package io.turnout.simulator.soql;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.store.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// The rows that a query wants beside each row it finds: those that refer to it. All children of a
/// page are looked up at once.
public final class Children {
    private final View view;
    private final Field way;
    private final Found.Rows shape;
    private final Predicate<Row> wanted;
    private final Query query;

    /// `shape` says what they are and what is asked of them, `way` how they refer to their parent.
    Children(View view, Field way, Found.Rows shape, Predicate<Row> wanted, Query query) {
        this.view = view;
        this.way = way;
        this.shape = shape;
        this.wanted = wanted;
        this.query = query;
    }

    /// `Event_Items__r`
    public String name() {
        Field.Reference reference = way.reference();
        return reference == null ? "" : reference.children();
    }

    public ObjectType type() {
        return shape.type();
    }

    public List<Column> columns() {
        return shape.columns();
    }

    /// The children of these rows, by the id of their parent.
    public Map<String, List<Row>> of(Collection<Row> parents) {
        Set<String> ids = new HashSet<>();
        parents.forEach(parent -> ids.add(parent.id()));
        Predicate<Row> theirs = row -> ids.contains(String.valueOf(row.text(way)));
        List<Row> rows = new ArrayList<>(view.select(type(), theirs.and(wanted)));
        rows.sort(Sorting.of(view, type(), query.orders()));
        OptionalInt limit = query.slice().limit();
        Map<String, List<Row>> found = new HashMap<>();
        for (Row row : rows) {
            List<Row> siblings =
                    found.computeIfAbsent(String.valueOf(row.text(way)), id -> new ArrayList<>());
            if (limit.isEmpty() || siblings.size() < limit.getAsInt()) {
                siblings.add(row);
            }
        }
        found.values().removeIf(List::isEmpty);
        return found;
    }
}
