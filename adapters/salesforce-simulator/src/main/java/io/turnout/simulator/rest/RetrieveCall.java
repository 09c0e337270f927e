package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Many rows of one object by their ids; a row that is not there is `null` in its place.
final class RetrieveCall {
    private static final int RETRIEVED_MAX = 2_000;

    private final Visit visit;
    private final ObjectType type;

    RetrieveCall(Visit visit, ObjectType type) {
        this.visit = visit;
        this.type = type;
    }

    Reply answer() {
        return retrieve(visit.method().equals("GET") ? asked() : visit.exchange().json());
    }

    static List<String> listed(Visit visit, String name) {
        String text = visit.exchange().parameter(name).orElse("");
        return Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private JsonNode asked() {
        ObjectNode asked = Json.object();
        listed(visit, "ids").forEach(asked.putArray("ids")::add);
        listed(visit, "fields").forEach(asked.putArray("fields")::add);
        return asked;
    }

    private Reply retrieve(JsonNode asked) {
        if (asked.path("ids").size() > RETRIEVED_MAX) {
            throw CollectionCalls.tooMany();
        }
        List<Field> fields = new ArrayList<>();
        for (JsonNode name : asked.path("fields")) {
            fields.add(
                    type.shown(name.asText())
                            .orElseThrow(() -> DraftReader.noColumn(type, name.asText())));
        }
        RowJson json = new RowJson(visit.root(), visit.session().user().id());
        ArrayNode rows = Json.array();
        for (JsonNode id : asked.path("ids")) {
            RecordId.parse(id.asText())
                    .flatMap(full -> visit.see(type, full))
                    .filter(row -> !row.deleted())
                    .ifPresentOrElse(row -> rows.add(json.of(type, row, fields)), rows::addNull);
        }
        visit.call().countRead(rows.size());
        visit.org().pace().spend(rows.size());
        return Reply.json(200, rows);
    }
}
