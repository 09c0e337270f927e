package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.org.Cursors;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.soql.Found;
import io.turnout.simulator.soql.Parser;
import io.turnout.simulator.soql.Search;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/query`, `/queryAll` and the pages after the first.
final class QueryCalls {
    private static final int PAGE = 2_000;
    private static final int PAGE_MIN = 200;
    private static final Pattern BATCH = Pattern.compile("batchSize=(\\d{1,9})");
    private static final Pattern LOCATOR = Pattern.compile("([A-Za-z0-9]{18})-(\\d{1,9})");

    private final Visit visit;
    private final QueryJson json;

    QueryCalls(Visit visit) {
        this.visit = visit;
        this.json = new QueryJson(visit);
    }

    Reply answer() {
        if (!visit.method().equals("GET")) {
            throw RestApi.notAllowed(visit);
        }
        if (visit.path().size() > 1) {
            return next(visit.step(1));
        }
        String query =
                visit.exchange()
                        .parameter("q")
                        .orElseThrow(
                                () -> Refusal.request(400, "MALFORMED_QUERY", "A query is needed"));
        boolean all = visit.step(0).equals("queryAll");
        return switch (new Search(visit.view(), all).run(Parser.parse(query))) {
            case Found.Count(int rows) -> whole(rows, Json.array());
            case Found.Groups groups -> whole(groups.groups().size(), json.groups(groups));
            case Found.Rows rows -> {
                boolean fits = rows.rows().size() <= pageSize();
                yield page(rows, fits ? "" : visit.org().cursors().keep(rows), 0);
            }
        };
    }

    private Reply whole(int size, ArrayNode records) {
        visit.org().pace().spend(1);
        ObjectNode answer = Json.object().put("totalSize", size).put("done", true);
        answer.set("records", records);
        return Reply.json(200, answer);
    }

    private int pageSize() {
        Optional<Matcher> wish =
                visit.exchange()
                        .header("Sforce-Query-Options")
                        .map(BATCH::matcher)
                        .filter(Matcher::find);
        int size = wish.map(matcher -> Integer.parseInt(matcher.group(1))).orElse(PAGE);
        return Math.clamp(size, PAGE_MIN, PAGE);
    }

    private Reply next(String text) {
        Matcher locator = LOCATOR.matcher(text);
        if (!locator.matches()) {
            throw badLocator();
        }
        Cursors cursors = visit.org().cursors();
        Found.Rows found = cursors.find(locator.group(1)).orElseThrow(QueryCalls::badLocator);
        int offset = Integer.parseInt(locator.group(2));
        if (offset > found.rows().size()) {
            throw badLocator();
        }
        return page(found, locator.group(1), offset);
    }

    private static Refusal badLocator() {
        return Refusal.request(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    private Reply page(Found.Rows found, String locator, int offset) {
        int all = found.rows().size();
        int end = Math.min(all, offset + pageSize());
        ObjectNode answer = Json.object();
        answer.put("totalSize", all);
        answer.put("done", end == all);
        if (end < all) {
            // The pages of queryAll are found here too.
            answer.put("nextRecordsUrl", visit.root() + "/query/" + locator + "-" + end);
        }
        List<Row> rows = found.rows().subList(offset, end);
        answer.set("records", json.records(found, rows));
        visit.call().countRead(rows.size());
        visit.org().pace().spend(rows.size());
        return Reply.json(200, answer);
    }
}
