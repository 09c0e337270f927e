package io.turnout.simulator.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.rest.RowJson;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All rows of an object as a JSON array, written page by page, however many there are.
final class RowsDesk {
    private static final int PAGE = 2_000;
    private static final Set<String> OWN = Set.of("after", "limit", "deleted");

    private final Org org;
    private final Exchange exchange;
    private final RowJson json = new RowJson("/services/data/v66.0", "");

    RowsDesk(Org org, Exchange exchange) {
        this.org = org;
        this.exchange = exchange;
    }

    Reply answer(List<String> path) {
        ObjectType type = org.database().schema().type(path.size() > 1 ? path.get(1) : "");
        for (String field : exchange.parameters().keySet()) {
            if (!OWN.contains(field) && type.field(field).isEmpty()) {
                throw new IllegalArgumentException(type.name() + " has no field " + field);
            }
        }
        long limit = Numbers.read(exchange, "limit", Long.MAX_VALUE);
        return Reply.stream(Reply.JSON, out -> write(type, limit, out));
    }

    private void write(ObjectType type, long limit, OutputStream out) throws IOException {
        long left = limit;
        boolean deleted = exchange.parameter("deleted").map(Boolean::parseBoolean).orElse(false);
        @Nullable String after = exchange.parameter("after").orElse(null);
        try (JsonGenerator generator = Json.MAPPER.createGenerator(out)) {
            generator.writeStartArray();
            for (List<Row> page = page(type, after);
                    !page.isEmpty() && left > 0;
                    page = page(type, after)) {
                for (Row row : page) {
                    if (left > 0 && (deleted || !row.deleted()) && wanted(type, row)) {
                        generator.writeTree(node(type, row));
                        left--;
                    }
                }
                after = page.getLast().id();
            }
            generator.writeEndArray();
        }
    }

    private List<Row> page(ObjectType type, @Nullable String after) {
        return org.database().page(type, after, PAGE);
    }

    private boolean wanted(ObjectType type, Row row) {
        for (Map.Entry<String, String> filter : exchange.parameters().entrySet()) {
            if (!OWN.contains(filter.getKey())) {
                String value =
                        type.field(filter.getKey())
                                .map(field -> json.value(row, field).asText())
                                .orElse("");
                if (!value.equalsIgnoreCase(filter.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private ObjectNode node(ObjectType type, Row row) {
        ObjectNode node = json.of(type, row, type.fields());
        node.remove("attributes");
        return node.put("_call", row.stamp().call());
    }
}
