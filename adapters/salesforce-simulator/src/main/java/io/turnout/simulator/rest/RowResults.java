package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.store.Outcome;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.List;

/// What became of each row of a collection, in the order of asking. Only an upsert tells whether
/// a row is new.
final class RowResults {
    private RowResults() {}

    static Reply of(List<Outcome> outcomes, boolean upsert) {
        ArrayNode results = Json.array();
        outcomes.forEach(outcome -> results.add(result(outcome, upsert)));
        return Reply.json(200, results);
    }

    private static ObjectNode result(Outcome outcome, boolean upsert) {
        ObjectNode result = Json.object();
        switch (outcome) {
            case Outcome.Done(String id, boolean created) -> {
                result.put("id", id).put("success", true).set("errors", Json.array());
                if (upsert) {
                    result.put("created", created);
                }
            }
            case Outcome.Failed(var id, Refusal refusal) -> {
                if (id != null) {
                    result.put("id", id);
                }
                result.put("success", false);
                result.set("errors", Json.array().add(Errors.row(refusal)));
            }
            case Outcome.Ambiguous(List<String> ids) -> {
                String text = "More than one record found for external id field: " + ids;
                Refusal refusal = Refusal.row("DUPLICATE_EXTERNAL_ID", text);
                result.put("success", false);
                result.set("errors", Json.array().add(Errors.row(refusal)));
            }
        }
        return result;
    }
}
