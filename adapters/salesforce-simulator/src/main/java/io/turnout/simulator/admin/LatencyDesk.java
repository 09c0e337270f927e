package io.turnout.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.org.Latency;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.time.Duration;
import java.util.Map;

/// How fast an org is: `GET` shows it, anything else sets it; what is not said is zero.
final class LatencyDesk {
    private final Org org;
    private final Exchange exchange;

    LatencyDesk(Org org, Exchange exchange) {
        this.org = org;
        this.exchange = exchange;
    }

    Reply answer() {
        if (!exchange.method().equals("GET")) {
            org.pace().set(read(exchange.json()));
        }
        return Reply.json(200, show());
    }

    /// `triggerMillis` is one number for every object, or an object's name and its number.
    private static Latency read(JsonNode body) {
        Latency latency =
                new Latency(
                        millis(body.path("baseMillis")),
                        millis(body.path("recordMillis")),
                        body.path("spread").asDouble(0),
                        body.path("seed").asLong(1));
        JsonNode triggers = body.path("triggerMillis");
        if (triggers.isNumber()) {
            return latency.withTrigger("*", millis(triggers));
        }
        for (Map.Entry<String, JsonNode> one : triggers.properties()) {
            latency = latency.withTrigger(one.getKey(), millis(one.getValue()));
        }
        return latency;
    }

    private static Duration millis(JsonNode node) {
        return Duration.ofNanos((long) (node.asDouble(0) * 1e6));
    }

    ObjectNode show() {
        Latency now = org.pace().get();
        ObjectNode shown = Json.object();
        shown.put("baseMillis", millis(now.base())).put("recordMillis", millis(now.perRecord()));
        ObjectNode triggers = shown.putObject("triggerMillis");
        now.triggers().forEach((object, time) -> triggers.put(object, millis(time)));
        return shown.put("spread", now.spread()).put("seed", now.seed());
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
