package io.turnout.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.org.Call;
import io.turnout.simulator.org.Fault;
import io.turnout.simulator.org.Limits;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.schema.Moments;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.time.Duration;
import java.util.List;

/// Everything below `/orgs/{org}`.
final class OrgDesk {
    private static final int CALLS_MAX = 200_000;

    private final Org org;
    private final Exchange exchange;

    OrgDesk(Org org, Exchange exchange) {
        this.org = org;
        this.exchange = exchange;
    }

    Reply answer(List<String> path) {
        boolean get = exchange.method().equals("GET");
        return switch (path.getFirst()) {
            case "rows" -> new RowsDesk(org, exchange).answer(path);
            case "calls" -> Reply.json(200, calls());
            case "counters" -> Reply.json(200, counters());
            case "budget" -> Reply.json(200, get ? budget() : setBudget(exchange.json()));
            case "latency" -> new LatencyDesk(org, exchange).answer();
            case "limits" -> Reply.json(200, get ? limits() : setLimits(exchange.json()));
            case "sessions" -> Reply.json(200, expireSessions());
            case "faults" -> faults(path);
            case "objects" -> new ObjectsDesk(org, exchange).answer();
            case "nudges" -> new NudgeDesk(org, exchange).answer();
            case "buttons" -> new ButtonDesk(org, exchange).press(path);
            default -> throw Refusal.request(404, "NOT_FOUND", "GET / tells what there is");
        };
    }

    ObjectNode state() {
        ObjectNode state = Json.object();
        state.set("budget", budget());
        state.set("limits", limits());
        state.set("latency", new LatencyDesk(org, exchange).show());
        state.set("counters", counters());
        state.put("sessions", org.sessions().count());
        ObjectNode rows = state.putObject("rows");
        org.database()
                .schema()
                .types()
                .forEach(type -> rows.put(type.name(), org.database().count(type)));
        state.set("faults", faultList());
        state.set("nudges", new NudgeDesk(org, exchange).show());
        return state;
    }

    private ObjectNode budget() {
        return Json.object().put("max", org.budget().max()).put("used", org.budget().used());
    }

    private ObjectNode setBudget(JsonNode body) {
        if (body.has("max")) {
            org.budget().setMax(Math.toIntExact(Numbers.read(body, "max", 0)));
        }
        if (body.has("used")) {
            org.budget().setUsed(Math.toIntExact(Numbers.read(body, "used", 0)));
        }
        return budget();
    }

    private ObjectNode limits() {
        Limits now = org.limits();
        return Json.object()
                .put("lockWaitMillis", now.lockWait().toMillis())
                .put("sessionSeconds", now.session().toSeconds())
                .put("longCallMillis", now.longCall().toMillis())
                .put("longCalls", now.longCalls());
    }

    private ObjectNode setLimits(JsonNode body) {
        Limits now = org.limits();
        long longMillis = Numbers.read(body, "longCallMillis", now.longCall().toMillis());
        long waitMillis = Numbers.read(body, "lockWaitMillis", now.lockWait().toMillis());
        long session = Numbers.read(body, "sessionSeconds", now.session().toSeconds());
        int longCalls = Math.toIntExact(Numbers.read(body, "longCalls", now.longCalls()));
        org.setLimits(
                now.withDailyCalls(org.budget().max())
                        .withLockWait(Duration.ofMillis(waitMillis))
                        .withSession(Duration.ofSeconds(session))
                        .withLongCalls(longCalls, Duration.ofMillis(longMillis)));
        return limits();
    }

    private ObjectNode expireSessions() {
        return Json.object().put("expired", org.sessions().expireAll());
    }

    private ObjectNode counters() {
        ObjectNode node = Json.object();
        org.calls().counters().forEach(node::put);
        return node;
    }

    private ArrayNode calls() {
        long after = Numbers.read(exchange, "after", 0);
        int limit = (int) Math.min(CALLS_MAX, Numbers.read(exchange, "limit", CALLS_MAX));
        ArrayNode list = Json.array();
        org.calls().after(after, limit).forEach(call -> list.add(call(call)));
        return list;
    }

    private static ObjectNode call(Call.View call) {
        Call.View.Request asked = call.request();
        Call.View.Rows rows = call.rows();
        return Json.object()
                .put("id", asked.id())
                .put("at", Moments.format(asked.at()))
                .put("atMillis", asked.at())
                .put("method", asked.method())
                .put("path", asked.target())
                .put("bytes", asked.bytes())
                .put("rows", rows.all())
                .put("created", rows.created())
                .put("updated", rows.updated())
                .put("deleted", rows.deleted())
                .put("failed", rows.failed())
                .put("ms", call.result().micros() / 1_000.0)
                .put("status", call.result().status())
                .put("outcome", call.result().outcome());
    }

    private Reply faults(List<String> path) {
        return switch (exchange.method()) {
            case "GET" -> Reply.json(200, faultList());
            case "POST" -> order(exchange.json());
            case "DELETE" -> {
                if (path.size() == 1) {
                    org.faults().clear();
                } else if (!org.faults().clear(path.get(1))) {
                    throw Refusal.request(404, "NOT_FOUND", "no such fault: " + path.get(1));
                }
                yield Reply.json(200, faultList());
            }
            default -> throw Refusal.request(405, "METHOD_NOT_ALLOWED", exchange.method());
        };
    }

    private Reply order(JsonNode order) {
        if (order.path("kind").asText().equals("expire-sessions")) {
            return Reply.json(201, expireSessions().put("kind", "expire-sessions"));
        }
        Fault fault = org.faults().add(order);
        if (fault.kind() == Fault.Kind.LOCK) {
            try {
                org.faults().onEnd(fault, org.database().hold(fault.text("id"), fault.length()));
            } catch (IllegalArgumentException e) {
                var _ = org.faults().clear(fault.id());
                throw e;
            }
        }
        return Reply.json(201, fault(fault));
    }

    private ArrayNode faultList() {
        ArrayNode list = Json.array();
        org.faults().all().forEach(fault -> list.add(fault(fault)));
        return list;
    }

    private static ObjectNode fault(Fault fault) {
        ObjectNode node = Json.object();
        node.put("id", fault.id());
        node.put("kind", fault.kind().text());
        node.put("until", Moments.format(fault.until()));
        node.put("callsLeft", fault.callsLeft());
        node.set("order", fault.order());
        return node;
    }
}
