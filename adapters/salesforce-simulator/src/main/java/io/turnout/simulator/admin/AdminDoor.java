package io.turnout.simulator.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Door;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Answers on the admin port: `/`, `/orgs` and everything below `/orgs/{org}`.
public final class AdminDoor implements Door {
    private final Map<String, Org> orgs;
    private final Function<String, URI> addresses;

    public AdminDoor(Map<String, Org> orgs, Function<String, URI> addresses) {
        this.orgs = orgs;
        this.addresses = addresses;
    }

    @Override
    public Reply answer(Exchange exchange) {
        try {
            return route(exchange);
        } catch (Refusal refusal) {
            return error(refusal.status(), refusal.message());
        } catch (IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    private static Reply error(int status, String text) {
        return Reply.json(status, Json.object().put("error", text));
    }

    private Reply route(Exchange exchange) {
        List<String> path = exchange.segments();
        if (path.isEmpty()) {
            return Reply.text(200, Reply.JSON, Guide.text());
        }
        if (!path.getFirst().equals("orgs")) {
            return error(404, "nothing here; GET / tells what there is");
        }
        if (path.size() == 1) {
            return Reply.json(200, list());
        }
        Org org = orgs.get(path.get(1));
        if (org == null) {
            return error(404, "no such org: " + path.get(1));
        }
        OrgDesk desk = new OrgDesk(org, exchange);
        if (path.size() == 2) {
            return Reply.json(200, summary(org).setAll(desk.state()));
        }
        return desk.answer(path.subList(2, path.size()));
    }

    private ArrayNode list() {
        ArrayNode list = Json.array();
        orgs.values().forEach(org -> list.add(summary(org)));
        return list;
    }

    private ObjectNode summary(Org org) {
        ObjectNode node = Json.object();
        node.put("id", org.name().id());
        node.put("name", org.name().label());
        node.put("api", addresses.apply(org.name().id()).toString());
        return node;
    }
}
