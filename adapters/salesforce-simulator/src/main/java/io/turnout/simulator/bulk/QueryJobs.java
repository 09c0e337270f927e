package io.turnout.simulator.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.rest.RestApi;
import io.turnout.simulator.rest.RowJson;
import io.turnout.simulator.rest.Visit;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.Moments;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.soql.Column;
import io.turnout.simulator.soql.Found;
import io.turnout.simulator.soql.Parser;
import io.turnout.simulator.soql.Query;
import io.turnout.simulator.soql.Search;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/// `/jobs/query`: a query whose answer is fetched as CSV, part by part. It is answered at once, so
/// a job is complete as soon as it is made.
final class QueryJobs {
    private static final int ROWS_MAX = 50_000;

    private final Org org;
    private final Map<String, Asked> jobs = new ConcurrentSkipListMap<>();
    private final AtomicLong serial = new AtomicLong();

    QueryJobs(Org org) {
        this.org = org;
    }

    private record Asked(String id, JsonNode order, String owner, Found.Rows found, long at) {}

    Reply answer(Visit visit) {
        return switch (visit.method() + " " + visit.path().size()) {
            case "POST 2" -> create(visit);
            case "GET 2" -> list(visit);
            case "GET 3" -> Reply.json(200, show(visit, job(visit)));
            case "GET 4" -> results(visit);
            case "DELETE 3" -> {
                jobs.remove(job(visit).id());
                yield Reply.empty(204);
            }
            default -> throw RestApi.notAllowed(visit);
        };
    }

    private Asked job(Visit visit) {
        Asked job = jobs.get(RecordId.parse(visit.step(2)).orElse(""));
        if (job == null) {
            throw Refusal.unknown();
        }
        return job;
    }

    private Reply create(Visit visit) {
        JsonNode order = visit.exchange().json();
        boolean all = order.path("operation").asText("").equals("queryAll");
        Query query = Parser.parse(order.path("query").asText(""));
        if (!(new Search(org.database(), all).run(query) instanceof Found.Rows found)
                || !found.children().isEmpty()) {
            throw Refusal.request(
                    400, "API_ERROR", "Aggregates and nested queries are not for Bulk API 2.0");
        }
        String id = RecordId.of("750", 1_000_000 + serial.incrementAndGet());
        String owner = visit.session().user().id();
        Asked job = new Asked(id, order, owner, found, org.database().coveredUntil());
        jobs.put(id, job);
        return Reply.json(200, show(visit, job).put("state", "UploadComplete"));
    }

    private Reply list(Visit visit) {
        ObjectNode node = Json.object().put("done", true);
        ArrayNode records = node.putArray("records");
        jobs.values().forEach(job -> records.add(show(visit, job)));
        node.putNull("nextRecordsUrl");
        return Reply.json(200, node);
    }

    private static ObjectNode show(Visit visit, Asked job) {
        ObjectNode node = Json.object();
        node.put("id", job.id());
        node.put("operation", job.order().path("operation").asText("query"));
        node.put("object", job.found().type().name());
        node.put("createdById", job.owner());
        node.put("createdDate", Moments.format(job.at()));
        node.put("systemModstamp", Moments.format(job.at()));
        node.put("state", "JobComplete");
        node.put("concurrencyMode", "Parallel");
        node.put("contentType", "CSV");
        node.put("apiVersion", Double.parseDouble(JobsDesk.version(visit)));
        node.put("jobType", "V2Query");
        node.put("lineEnding", "LF");
        node.put("columnDelimiter", "COMMA");
        node.put("numberRecordsProcessed", job.found().rows().size());
        node.put("retries", 0);
        node.put("totalProcessingTime", 0);
        return node;
    }

    private Reply results(Visit visit) {
        if (!visit.step(3).equals("results")) {
            throw Refusal.unknown();
        }
        Asked job = job(visit);
        List<Row> rows = job.found().rows();
        int from = Math.clamp(number(visit, "locator", 0), 0, rows.size());
        int count = Math.clamp(number(visit, "maxRecords", ROWS_MAX), 1, ROWS_MAX);
        int end = Math.min(rows.size(), from + count);
        StringBuilder csv = new StringBuilder();
        List<Column> columns = job.found().columns();
        csv.append(Csv.line(columns.stream().map(QueryJobs::name).toList(), ','));
        RowJson json = new RowJson(visit.root(), job.owner());
        for (Row row : rows.subList(from, end)) {
            csv.append(Csv.line(values(columns, row, json), ','));
        }
        visit.call().countRead(end - from);
        return Reply.text(200, Reply.CSV, csv.toString())
                .with("Sforce-Locator", end == rows.size() ? "null" : Integer.toString(end))
                .with("Sforce-NumberOfRecords", Integer.toString(end - from));
    }

    private static int number(Visit visit, String name, int otherwise) {
        String text = visit.exchange().parameter(name).orElse("");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private static String name(Column column) {
        Field way = column.way();
        Field.Reference reference = way == null ? null : way.reference();
        String field = column.field().name();
        return reference == null ? field : reference.relationship() + "." + field;
    }

    private List<String> values(List<Column> columns, Row row, RowJson json) {
        List<String> values = new ArrayList<>();
        for (Column column : columns) {
            values.add(
                    column.home(org.database(), row)
                            .map(home -> json.value(home, column.field()))
                            .filter(value -> !value.isNull())
                            .map(JsonNode::asText)
                            .orElse(""));
        }
        return values;
    }
}
