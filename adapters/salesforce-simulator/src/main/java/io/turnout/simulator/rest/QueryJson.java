package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.soql.Children;
import io.turnout.simulator.soql.Column;
import io.turnout.simulator.soql.Found;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.store.View;
import io.turnout.simulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A found row as a query shows it: what was asked for, a parent's fields inside the parent.
final class QueryJson {
    private final View view;
    private final RowJson json;

    QueryJson(Visit visit) {
        this.view = visit.view();
        this.json = new RowJson(visit.root(), visit.session().user().id());
    }

    /// One page of rows, each with the children that were asked for.
    ArrayNode records(Found.Rows found, List<Row> rows) {
        ArrayNode records = Json.array();
        rows.forEach(row -> records.add(record(found.type(), found.columns(), row)));
        for (Children children : found.children()) {
            Map<String, List<Row>> theirs = children.of(rows);
            for (int i = 0; i < rows.size(); i++) {
                List<Row> own = theirs.getOrDefault(rows.get(i).id(), List.of());
                var _ = ((ObjectNode) records.get(i)).set(children.name(), nested(children, own));
            }
        }
        return records;
    }

    private @Nullable ObjectNode nested(Children children, List<Row> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        ObjectNode nested = Json.object().put("totalSize", rows.size()).put("done", true);
        ArrayNode records = nested.putArray("records");
        rows.forEach(row -> records.add(record(children.type(), children.columns(), row)));
        return nested;
    }

    ArrayNode groups(Found.Groups found) {
        ArrayNode records = Json.array();
        for (Map<String, Found.Figure> group : found.groups()) {
            ObjectNode record = records.addObject();
            record.putObject("attributes").put("type", "AggregateResult");
            group.forEach((name, figure) -> record.set(name, figure(figure)));
        }
        return records;
    }

    private static JsonNode figure(Found.Figure figure) {
        Field field = figure.field();
        return field == null
                ? Json.MAPPER.valueToTree(figure.value())
                : RowJson.node(field, figure.value());
    }

    private ObjectNode record(ObjectType type, List<Column> columns, Row row) {
        ObjectNode record = json.bare(type, row);
        for (Column column : columns) {
            Field way = column.way();
            if (way == null) {
                record.set(column.field().name(), json.value(row, column.field()));
            } else {
                parent(record, column, row);
            }
        }
        return record;
    }

    private void parent(ObjectNode record, Column column, Row row) {
        Field way = Objects.requireNonNull(column.way());
        ObjectType type = Objects.requireNonNull(column.parent());
        String name = Objects.requireNonNull(way.reference()).relationship();
        Optional<Row> home = column.home(view, row);
        if (home.isEmpty()) {
            record.putNull(name);
            return;
        }
        ObjectNode parent =
                record.get(name) instanceof ObjectNode known ? known : json.bare(type, home.get());
        parent.set(column.field().name(), json.value(home.get(), column.field()));
        record.set(name, parent);
    }
}
