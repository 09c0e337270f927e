package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// `/composite/batch`: up to 25 requests that know nothing of each other, each in a transaction of
/// its own. After one that failed the rest is not tried when the caller says so.
final class BatchCalls {
    private static final int PARTS_MAX = 25;

    private final Visit visit;

    BatchCalls(Visit visit) {
        this.visit = visit;
    }

    Reply answer() {
        JsonNode body = visit.exchange().json();
        JsonNode requests = body.path("batchRequests");
        if (!requests.isArray() || requests.isEmpty()) {
            throw Json.malformed("The request needs an array called batchRequests");
        }
        if (requests.size() > PARTS_MAX) {
            throw Parts.tooMany("no more than 25 subrequests are allowed");
        }
        boolean halting = body.path("haltOnError").asBoolean(false);
        boolean failed = false;
        ArrayNode results = Json.array();
        for (JsonNode request : requests) {
            Reply reply = halting && failed ? halted() : one(request);
            failed |= reply.status() >= 400;
            ObjectNode result = results.addObject().put("statusCode", reply.status());
            result.set("result", Parts.said(reply));
        }
        ObjectNode answer = Json.object().put("hasErrors", failed);
        answer.set("results", results);
        return Reply.json(200, answer);
    }

    private Reply one(JsonNode request) {
        String url = request.path("url").asText().replaceFirst("^/?(services/data/)?", "");
        JsonNode input = request.path("richInput");
        byte[] body = input.isMissingNode() ? new byte[0] : bytes(input);
        String method = request.path("method").asText("GET");
        Exchange part = visit.exchange().part(method, "/services/data/" + url, Map.of(), body);
        try {
            return Parts.answer(visit, part, null);
        } catch (Refusal refusal) {
            return Errors.reply(refusal);
        }
    }

    private static byte[] bytes(JsonNode input) {
        return input.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Reply halted() {
        return Errors.reply(
                Refusal.request(
                        412,
                        "BATCH_PROCESSING_HALTED",
                        "Batch processing halted by request after a prior error"));
    }
}
