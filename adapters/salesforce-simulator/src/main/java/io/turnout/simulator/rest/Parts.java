package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.store.Transaction;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Works off several requests that came in one, the later ones quoting the answers of the earlier,
/// in one transaction when the caller wants all or none.
final class Parts {
    private static final Set<String> KNOWN =
            Set.of("sobjects", "query", "queryAll", "composite", "limits");

    private final Visit visit;

    Parts(Visit visit) {
        this.visit = visit;
    }

    /// Whether these are requests at all, no more than `max`, each with a name of its own.
    static void checked(JsonNode parts, int max) {
        if (!parts.isArray() || parts.isEmpty()) {
            throw Json.malformed("The request needs an array called compositeRequest");
        }
        if (parts.size() > max) {
            throw tooMany("no more than " + max + " subrequests are allowed");
        }
        Set<String> names = new HashSet<>();
        for (JsonNode part : parts) {
            String name = part.path("referenceId").asText("");
            if (!name.matches("[A-Za-z0-9_]+") || !names.add(name)) {
                throw Json.malformed("Every subrequest needs a referenceId of its own: " + name);
            }
        }
    }

    static Refusal tooMany(String why) {
        return Refusal.request(400, "LIMIT_EXCEEDED", why);
    }

    /// The answers of one composite request or one graph.
    static final class Run {
        private final ArrayNode answers = Json.array();
        private boolean failed;

        ArrayNode answers() {
            return answers;
        }

        boolean failed() {
            return failed;
        }
    }

    Run run(JsonNode parts, boolean allOrNone) {
        if (!allOrNone) {
            return each(parts, null);
        }
        try (Transaction transaction = visit.begin()) {
            Run run = each(parts, transaction);
            if (run.failed) {
                visit.call().rollBack();
                halt(run);
            } else {
                transaction.commit();
            }
            return run;
        }
    }

    private Run each(JsonNode parts, @Nullable Transaction transaction) {
        Run run = new Run();
        References references = new References();
        for (JsonNode part : parts) {
            String name = part.path("referenceId").asText();
            ObjectNode answer =
                    run.failed && transaction != null
                            ? halted(name)
                            : one(part, references, transaction);
            run.answers.add(answer);
            run.failed |= failed(answer);
        }
        return run;
    }

    private ObjectNode one(
            JsonNode part, References references, @Nullable Transaction transaction) {
        String name = part.path("referenceId").asText();
        Reply reply;
        try {
            String url = references.fill(part.path("url").asText());
            JsonNode body = references.fill(part.path("body"));
            String text = body.isMissingNode() ? "" : body.toString();
            Exchange exchange =
                    visit.exchange()
                            .part(
                                    part.path("method").asText("GET"),
                                    url,
                                    headers(part),
                                    text.getBytes(StandardCharsets.UTF_8));
            reply = answer(visit, exchange, transaction);
        } catch (Refusal refusal) {
            reply = Errors.reply(refusal);
        }
        ObjectNode answer = Json.object();
        JsonNode said = said(reply);
        references.put(name, said);
        answer.set("body", said);
        ObjectNode headers = answer.putObject("httpHeaders");
        if (reply.headers().containsKey("Location")) {
            headers.put("Location", reply.headers().get("Location"));
        }
        return answer.put("httpStatusCode", reply.status()).put("referenceId", name);
    }

    private static Map<String, String> headers(JsonNode part) {
        Map<String, String> headers = new LinkedHashMap<>();
        part.path("httpHeaders")
                .properties()
                .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
        return headers;
    }

    /// Asks for one part, which must be something a part may ask for.
    static Reply answer(Visit visit, Exchange exchange, @Nullable Transaction transaction) {
        List<String> path = exchange.segments();
        boolean known =
                path.size() > 3
                        && exchange.path().startsWith("/services/data/v")
                        && KNOWN.contains(path.get(3));
        boolean nested =
                path.size() > 3
                        && path.get(3).equals("composite")
                        && !(path.size() > 4 && path.get(4).equals("sobjects"));
        if (!known || nested) {
            throw Refusal.unknown();
        }
        return RestApi.answer(visit.part(exchange, transaction));
    }

    static JsonNode said(Reply reply) {
        if (!(reply.body() instanceof Reply.Body.Whole(String text)) || text.isEmpty()) {
            return Json.MAPPER.nullNode();
        }
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A part fails by its status, and a collection by any of its rows.
    private static boolean failed(JsonNode answer) {
        if (answer.path("httpStatusCode").asInt() >= 300) {
            return true;
        }
        for (JsonNode row : answer.path("body")) {
            if (row.isObject() && !row.path("success").asBoolean(true)) {
                return true;
            }
        }
        return false;
    }

    static ObjectNode halted(String name) {
        ObjectNode answer = Json.object();
        answer.set(
                "body",
                Errors.body(
                        Refusal.request(
                                400,
                                "PROCESSING_HALTED",
                                "The transaction was rolled back since another operation in the"
                                        + " same transaction failed.")));
        answer.putObject("httpHeaders");
        return answer.put("httpStatusCode", 400).put("referenceId", name);
    }

    private static void halt(Run run) {
        for (int i = 0; i < run.answers.size(); i++) {
            if (!failed(run.answers.get(i))) {
                var _ = run.answers.set(i, halted(run.answers.get(i).path("referenceId").asText()));
            }
        }
    }
}
