package io.turnout.simulator.soql;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.store.View;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of rows. Text is compared without case, ids with it; nothing comes first unless asked
/// otherwise.
final class Sorting {
    private Sorting() {}

    static Comparator<Row> of(View view, ObjectType type, List<Query.Order> orders) {
        Comparator<Row> sorting = Comparator.comparing(row -> 0);
        for (Query.Order order : orders) {
            if (order.function().isPresent()) {
                throw Tokens.malformed("Grouped query is needed to order by an aggregate");
            }
            Column column = Column.find(view, type, order.path());
            Comparator<@Nullable Object> values = values(order, column.field());
            sorting =
                    sorting.thenComparing(
                            (a, b) -> values.compare(column.value(view, a), column.value(view, b)));
        }
        return sorting;
    }

    static Comparator<@Nullable Object> values(Query.Order order, Field field) {
        Comparator<Object> ascending = (a, b) -> compare(field, a, b);
        Comparator<Object> values = order.descending() ? ascending.reversed() : ascending;
        return order.nullsLast() ? Comparator.nullsLast(values) : Comparator.nullsFirst(values);
    }

    static int compare(Field field, Object one, Object other) {
        if (one instanceof Double a && other instanceof Double b) {
            return a.compareTo(b);
        }
        if (one instanceof Integer a && other instanceof Integer b) {
            return a.compareTo(b);
        }
        if (one instanceof Long a && other instanceof Long b) {
            return a.compareTo(b);
        }
        if (one instanceof Boolean a && other instanceof Boolean b) {
            return a.compareTo(b);
        }
        return field.isExact()
                ? one.toString().compareTo(other.toString())
                : one.toString().compareToIgnoreCase(other.toString());
    }
}
