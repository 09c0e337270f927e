package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;

/// The two shapes of an error. Mixing them up is what most imitations do.
public final class Errors {
    private Errors() {}

    /// A request that failed as a whole: an array, and the key is `errorCode`.
    public static Reply reply(Refusal refusal) {
        return Reply.json(refusal.status(), body(refusal));
    }

    static ArrayNode body(Refusal refusal) {
        ObjectNode error = Json.object();
        error.put("message", refusal.message());
        error.put("errorCode", refusal.code());
        if (!refusal.whole()) {
            error.set("fields", fields(refusal));
        }
        return Json.array().add(error);
    }

    /// A row that failed among others: the key is `statusCode`.
    static ObjectNode row(Refusal refusal) {
        ObjectNode error = Json.object();
        error.put("statusCode", refusal.code());
        error.put("message", refusal.message());
        error.set("fields", fields(refusal));
        return error;
    }

    private static ArrayNode fields(Refusal refusal) {
        ArrayNode fields = Json.array();
        refusal.fields().forEach(fields::add);
        return fields;
    }
}
