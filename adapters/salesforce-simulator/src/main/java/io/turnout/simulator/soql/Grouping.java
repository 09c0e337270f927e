package io.turnout.simulator.soql;

import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.FieldType;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.soql.Query.Function;
import io.turnout.simulator.soql.Query.Selected;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.store.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes groups of rows, and figures of the groups.
final class Grouping {
    private static final int GROUPS_MAX = 2_000;

    private final View view;
    private final ObjectType type;
    private final Query query;
    private final List<Column> keys = new ArrayList<>();

    Grouping(View view, ObjectType type, Query query) {
        this.view = view;
        this.type = type;
        this.query = query;
        for (String path : query.groups()) {
            Column key = Column.find(view, type, path);
            if (key.field().type() == FieldType.TEXTAREA) {
                throw Tokens.malformed(
                        "field '%s' can not be grouped in a query call"
                                .formatted(key.field().name()));
            }
            keys.add(key);
        }
    }

    Found.Groups of(List<Row> rows) {
        Map<List<Optional<Object>>, List<Row>> groups = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            groups.put(List.of(), rows);
        }
        for (Row row : keys.isEmpty() ? List.<Row>of() : rows) {
            List<Optional<Object>> key =
                    keys.stream()
                            .map(column -> Optional.ofNullable(column.value(view, row)))
                            .toList();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        Stream<List<Row>> all = groups.values().stream().sorted(order());
        Stream<List<Row>> some = all.skip(query.slice().offset());
        int limit = query.slice().limit().orElse(GROUPS_MAX + 1);
        List<Map<String, Found.Figure>> found = some.limit(limit).map(this::figures).toList();
        if (found.size() > GROUPS_MAX) {
            throw Refusal.request(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "Aggregate query does not support queryMore(), use LIMIT to restrict the"
                            + " results to a single batch");
        }
        return new Found.Groups(found);
    }

    private Map<String, Found.Figure> figures(List<Row> group) {
        Map<String, Found.Figure> figures = new LinkedHashMap<>();
        int unnamed = 0;
        for (Selected one : query.selected()) {
            if (!(one instanceof Selected.Value(var function, var path, var alias))) {
                throw Tokens.unsupported("subqueries beside aggregates");
            }
            String own =
                    function.isPresent()
                            ? "expr" + (alias.isEmpty() ? unnamed++ : unnamed)
                            : path.substring(path.lastIndexOf('.') + 1);
            figures.put(alias.isEmpty() ? own : alias, figure(function, path, group));
        }
        return figures;
    }

    private Found.Figure figure(Optional<Function> function, String path, List<Row> group) {
        if (path.isEmpty()) {
            return new Found.Figure(null, group.size());
        }
        Column column = Column.find(view, type, path);
        if (function.isPresent()) {
            return Figures.of(function.get(), column.field(), values(column, group));
        }
        if (!keys.contains(column)) {
            throw Tokens.malformed("Field must be grouped or aggregated: " + path);
        }
        return new Found.Figure(column.field(), column.value(view, group.getFirst()));
    }

    private List<Object> values(Column column, List<Row> group) {
        return group.stream().flatMap(row -> Stream.ofNullable(column.value(view, row))).toList();
    }

    private Comparator<List<Row>> order() {
        Comparator<List<Row>> order = Comparator.comparing(group -> 0);
        for (Query.Order by : query.orders()) {
            Comparator<@Nullable Object> values = Sorting.values(by, field(by));
            order = order.thenComparing((a, b) -> values.compare(value(by, a), value(by, b)));
        }
        return order;
    }

    private @Nullable Object value(Query.Order by, List<Row> group) {
        return figure(by.function(), by.path(), group).value();
    }

    private Field field(Query.Order by) {
        String path = by.path().isEmpty() ? "Id" : by.path();
        return Column.find(view, type, path).field();
    }
}
