package io.turnout.simulator.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Moments;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One ingest job: what was ordered, the file, and what became of each of its lines.
final class Job {
    private static final Map<String, Character> DELIMITERS =
            Map.of(
                    "COMMA", ',',
                    "SEMICOLON", ';',
                    "TAB", '\t',
                    "PIPE", '|',
                    "CARET", '^',
                    "BACKQUOTE", '`');

    enum State {
        OPEN("Open"),
        UPLOAD_COMPLETE("UploadComplete"),
        IN_PROGRESS("InProgress"),
        JOB_COMPLETE("JobComplete"),
        FAILED("Failed"),
        ABORTED("Aborted");

        private final String text;

        State(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /// One line of the file that has been worked on: its id and whether it is new, or its error.
    record Result(List<String> line, String id, boolean created, String error) {}

    private final String id;
    private final JsonNode order;
    private final String owner;
    private final long created;
    private final List<Result> results = new ArrayList<>();
    private State state = State.OPEN;
    private long began;
    private long ended;
    private String file = "";
    private boolean uploaded;
    private String error = "";
    private List<String> header = List.of();
    private List<List<String>> lines = List.of();

    Job(String id, JsonNode order, String owner, long created) {
        this.id = id;
        this.order = order;
        this.owner = owner;
        this.created = created;
    }

    String id() {
        return id;
    }

    String order(String name) {
        return order.path(name).asText("");
    }

    char delimiter() {
        return DELIMITERS.getOrDefault(order.path("columnDelimiter").asText("COMMA"), ',');
    }

    synchronized State state() {
        return state;
    }

    synchronized void upload(String text) {
        if (state != State.OPEN || uploaded) {
            throw Refusal.request(
                    400, "INVALIDBATCH", "InvalidBatch : The job already has its data");
        }
        file = text;
        uploaded = true;
    }

    /// Moves on when the job is in one of these states; refuses otherwise.
    synchronized void advance(List<State> from, State to) {
        if (!from.contains(state)) {
            throw Refusal.request(
                    400,
                    "INVALIDJOBSTATE",
                    "the job is " + state.text() + ", not to be " + to.text());
        }
        state = to;
    }

    synchronized String file() {
        return file;
    }

    synchronized void begin(List<String> columns, List<List<String>> rows) {
        if (state == State.UPLOAD_COMPLETE) {
            state = State.IN_PROGRESS;
        }
        began = System.nanoTime();
        ended = began;
        header = columns;
        lines = rows;
        file = "";
    }

    synchronized void add(List<Result> more) {
        results.addAll(more);
        ended = System.nanoTime();
    }

    synchronized void complete() {
        if (state == State.IN_PROGRESS) {
            state = State.JOB_COMPLETE;
        }
    }

    synchronized void fail(String why) {
        state = State.FAILED;
        error = why;
    }

    synchronized List<String> header() {
        return header;
    }

    synchronized List<Result> results() {
        return List.copyOf(results);
    }

    /// The lines nobody has worked on, which after an abort or a failure stay that way.
    synchronized List<List<String>> unprocessed() {
        Set<List<String>> done = Collections.newSetFromMap(new IdentityHashMap<>());
        results.forEach(result -> done.add(result.line()));
        return lines.stream().filter(line -> !done.contains(line)).toList();
    }

    synchronized ObjectNode show(String version) {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("operation", order("operation"));
        node.put("object", order("object"));
        node.put("createdById", owner);
        node.put("createdDate", Moments.format(created));
        node.put("systemModstamp", Moments.format(created));
        node.put("state", state.text());
        if (order.has("externalIdFieldName")) {
            node.put("externalIdFieldName", order("externalIdFieldName"));
        }
        node.put("concurrencyMode", "Parallel");
        node.put("contentType", "CSV");
        node.put("apiVersion", Double.parseDouble(version));
        if (state == State.OPEN) {
            node.put(
                    "contentUrl",
                    "services/data/v%s/jobs/ingest/%s/batches".formatted(version, id));
        }
        node.put("lineEnding", order.path("lineEnding").asText("LF"));
        node.put("columnDelimiter", order.path("columnDelimiter").asText("COMMA"));
        return node;
    }

    /// The job with its figures, as `GET` shows it.
    synchronized ObjectNode showAll(String version) {
        ObjectNode node = show(version);
        long failed = results.stream().filter(result -> !result.error().isEmpty()).count();
        node.put("jobType", "V2Ingest");
        node.put("numberRecordsProcessed", results.size());
        node.put("numberRecordsFailed", failed);
        node.put("retries", 0);
        long millis = (ended - began) / 1_000_000;
        node.put("totalProcessingTime", millis);
        node.put("apiActiveProcessingTime", millis);
        node.put("apexProcessingTime", 0);
        if (!error.isEmpty()) {
            node.put("errorMessage", error);
        }
        return node;
    }
}
