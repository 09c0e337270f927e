package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.delivery.CallKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/// Asks an org for rows. Whatever keeps an answer away ends as one sentence, for operators.
final class OrgQuestions {
    private static final int PAGES_MAX = 50;

    private final OrgCalls calls;
    private final SalesforceConnection connection;

    OrgQuestions(OrgCalls calls, SalesforceConnection connection) {
        this.calls = calls;
        this.connection = connection;
    }

    private String root() {
        return "/services/data/v" + connection.apiVersion();
    }

    /// One query and all its pages.
    Outcome<List<JsonNode>> rows(Soql soql) {
        return get(root() + "/query?q=" + soql.encoded()).then(this::withPages);
    }

    /// Several queries in one call, and a call more for each page that is too many.
    Outcome<List<List<JsonNode>>> rows(String endpoint, List<Soql> queries) {
        List<String> paths =
                queries.stream().map(soql -> "/" + endpoint + "?q=" + soql.encoded()).toList();
        return together(paths).then(this::eachWithPages);
    }

    /// Several paths below the API's root in one call.
    Outcome<List<JsonNode>> together(List<String> paths) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String path : paths) {
            named.put("q" + named.size(), path);
        }
        Composite composite = new Composite(connection.apiVersion(), named);
        return said(calls.send(connection, CallKind.CATALOGUE, composite::at))
                .then(composite::read);
    }

    private Outcome<JsonNode> get(String path) {
        return said(
                calls.send(
                        connection,
                        CallKind.CATALOGUE,
                        instance -> new HttpGet(instance.resolve(URI.create(path)))));
    }

    private Outcome<List<List<JsonNode>>> eachWithPages(List<JsonNode> answers) {
        List<List<JsonNode>> all = new ArrayList<>();
        for (JsonNode answer : answers) {
            switch (withPages(answer)) {
                case Outcome.Said<List<JsonNode>>(var rows) -> all.add(rows);
                case Outcome.Failed<List<JsonNode>>(var why) -> {
                    return new Outcome.Failed<>(why);
                }
            }
        }
        return new Outcome.Said<>(all);
    }

    private Outcome<List<JsonNode>> withPages(JsonNode first) {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode page = first;
        for (int pages = 1; ; pages++) {
            if (!page.path("records").isArray()) {
                return new Outcome.Failed<>("no rows in the answer");
            }
            page.path("records").forEach(rows::add);
            String next = page.path("nextRecordsUrl").asText("");
            if (page.path("done").asBoolean(true) || next.isEmpty()) {
                return new Outcome.Said<>(rows);
            }
            if (pages == PAGES_MAX || !next.startsWith("/services/data/")) {
                return new Outcome.Failed<>("pages without end, or elsewhere");
            }
            switch (get(next)) {
                case Outcome.Said<JsonNode>(var more) -> page = more;
                case Outcome.Failed<JsonNode>(var why) -> {
                    return new Outcome.Failed<>(why);
                }
            }
        }
    }

    private static Outcome<JsonNode> said(Reply reply) {
        return switch (reply) {
            case Reply.Said said when said.isOk() ->
                    said.json()
                            .<Outcome<JsonNode>>map(Outcome.Said::new)
                            .orElseGet(() -> new Outcome.Failed<>("an answer that is not JSON"));
            case Reply.Said said ->
                    new Outcome.Failed<>(
                            said.json()
                                    .map(SalesforceError::words)
                                    .orElse("HTTP " + said.status()));
            case Reply.Silent(var why) -> new Outcome.Failed<>("no answer: " + why);
            case Reply.Denied(var why) -> new Outcome.Failed<>(why);
            case Reply.Unaffordable(var why) -> new Outcome.Failed<>(why);
        };
    }
}
