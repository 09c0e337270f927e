package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.soql.Column;
import io.turnout.simulator.soql.Search;
import io.turnout.simulator.store.Database;
import io.turnout.simulator.store.Row;
import java.util.Objects;
import java.util.Optional;

/// A found row as a query shows it: what was asked for, a parent's fields inside the parent.
final class QueryJson {
    private final Database database;
    private final RowJson json;

    QueryJson(Database database, Visit visit) {
        this.database = database;
        this.json = new RowJson(visit.root(), visit.session().user().id());
    }

    ObjectNode record(Search.Found found, Row row) {
        ObjectNode record = json.bare(found.type(), row);
        for (Column column : found.columns()) {
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
        Optional<Row> home = column.home(database, row);
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
