package io.turnout.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.nudge.NudgeTarget;
import io.turnout.simulator.nudge.Nudges;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;

/// Where an org's package sends its nudges, and how they fared: `/orgs/{org}/nudges`.
final class NudgeDesk {
    private final Org org;
    private final Exchange exchange;

    NudgeDesk(Org org, Exchange exchange) {
        this.org = org;
        this.exchange = exchange;
    }

    Reply answer() {
        switch (exchange.method()) {
            case "GET" -> {}
            case "POST" -> org.nudges().aim(target(exchange.json()));
            case "DELETE" -> org.nudges().aim(null);
            default -> throw Refusal.request(405, "METHOD_NOT_ALLOWED", exchange.method());
        }
        return Reply.json(200, show());
    }

    private NudgeTarget target(JsonNode body) {
        String url = body.path("url").asText("");
        return NudgeTarget.of(url, org.name().id(), body.path("secret").asText(""));
    }

    /// The address and the counts; the secret is not repeated.
    ObjectNode show() {
        Nudges.Count count = org.nudges().count();
        String url = org.nudges().target().map(to -> to.url().toString()).orElse(null);
        return Json.object()
                .put("url", url)
                .put("running", count.running())
                .put("sent", count.sent())
                .put("failed", count.failed())
                .put("lost", count.lost())
                .put("lastStatus", count.lastStatus());
    }
}
