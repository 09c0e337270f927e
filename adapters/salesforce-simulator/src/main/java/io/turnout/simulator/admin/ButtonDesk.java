package io.turnout.simulator.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.nudge.Nudge;
import io.turnout.simulator.nudge.Nudges;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.store.Change;
import io.turnout.simulator.store.Draft;
import io.turnout.simulator.store.Outcome;
import io.turnout.simulator.store.Transaction;
import io.turnout.simulator.store.Writer;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.List;

/// The buttons an organiser finds on a page of the installed package. The answer has the status
/// the target gave, as the organiser would be shown it.
final class ButtonDesk {
    private final Org org;
    private final Exchange exchange;

    ButtonDesk(Org org, Exchange exchange) {
        this.org = org;
        this.exchange = exchange;
    }

    Reply press(List<String> path) {
        if (!exchange.method().equals("POST")) {
            throw Refusal.request(405, "METHOD_NOT_ALLOWED", exchange.method());
        }
        if (org.nudges().target().isEmpty()) {
            throw Refusal.request(409, "CONFLICT", "the org has no nudge target");
        }
        return switch (path.size() == 2 ? path.get(1) : "") {
            case "publish" -> {
                String event = event();
                publish(event);
                yield send(new Nudge(Nudge.PUBLISHED, List.of(event)));
            }
            case "update" -> send(new Nudge(Nudge.UPDATED, List.of()));
            default -> throw Refusal.request(404, "NOT_FOUND", "the buttons: publish, update");
        };
    }

    private ObjectType type() {
        return org.database().schema().type("Event__c");
    }

    private String event() {
        String text = exchange.json().path("event").asText("");
        return RecordId.parse(text)
                .filter(id -> org.database().find(type(), id).isPresent())
                .orElseThrow(() -> Refusal.request(404, "NOT_FOUND", "no such event: " + text));
    }

    /// The button sends its own nudge, so that the triggers stay silent.
    private void publish(String event) {
        Draft draft = new Draft();
        type().field("Published__c").ifPresent(field -> draft.set(field, true));
        List<Change> change = List.of(new Change.Update(type(), event, draft));
        try (Transaction transaction = org.database().begin(new Writer(0, true, true))) {
            if (transaction.apply(change, true).getFirst()
                    instanceof Outcome.Failed(var _, var refusal)) {
                throw refusal;
            }
            transaction.commit();
        }
    }

    private Reply send(Nudge nudge) {
        Nudges.Answer answer =
                org.nudges()
                        .press(nudge)
                        .orElseThrow(
                                () -> Refusal.request(503, "BUSY", "too many nudges on their way"));
        int status = answer.lost() ? 202 : answer.status() == 0 ? 502 : answer.status();
        if (status == 204 || status == 304) {
            return Reply.empty(status);
        }
        ObjectNode body = Json.object().put("type", nudge.type());
        body.put("status", answer.status()).put("answer", answer.text());
        return Reply.json(status, body);
    }
}
