package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;

/// `/composite`: up to 25 requests for the price of one call.
final class CompositeCalls {
    private static final int PARTS_MAX = 25;
    private static final int HEAVY_MAX = 5;

    private final Visit visit;

    CompositeCalls(Visit visit) {
        this.visit = visit;
    }

    Reply answer() {
        JsonNode body = visit.exchange().json();
        JsonNode parts = body.path("compositeRequest");
        Parts.checked(parts, PARTS_MAX);
        int heavy = 0;
        for (JsonNode part : parts) {
            String url = part.path("url").asText();
            heavy += url.contains("/query") || url.contains("/composite/sobjects") ? 1 : 0;
        }
        if (heavy > HEAVY_MAX) {
            throw Parts.tooMany("no more than 5 subrequests may query or work on collections");
        }
        ObjectNode answer = Json.object();
        boolean allOrNone = body.path("allOrNone").asBoolean(false);
        answer.set("compositeResponse", new Parts(visit).run(parts, allOrNone).answers());
        return Reply.json(200, answer);
    }
}
