package io.turnout.simulator.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.schema.CustomObjects;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/// The objects of an org: `GET` shows their fields, `POST` adds some until the process ends.
final class ObjectsDesk {
    private final Org org;
    private final Exchange exchange;

    ObjectsDesk(Org org, Exchange exchange) {
        this.org = org;
        this.exchange = exchange;
    }

    Reply answer() {
        return switch (exchange.method()) {
            case "GET" -> Reply.json(200, show(org.database().schema().types()));
            case "POST" -> {
                String json = new String(exchange.body(), StandardCharsets.UTF_8);
                List<ObjectType> types = CustomObjects.read(json);
                org.database().add(types);
                yield Reply.json(201, show(types));
            }
            default -> throw Refusal.request(405, "METHOD_NOT_ALLOWED", exchange.method());
        };
    }

    private static ArrayNode show(Collection<ObjectType> types) {
        ArrayNode list = Json.array();
        for (ObjectType type : types) {
            ObjectNode node = list.addObject().put("name", type.name()).put("label", type.label());
            ArrayNode fields = node.put("keyPrefix", type.keyPrefix()).putArray("fields");
            type.fields().forEach(field -> fields.add(field.name()));
        }
        return list;
    }
}
