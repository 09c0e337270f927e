package io.turnout.simulator.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.rest.RestApi;
import io.turnout.simulator.rest.Visit;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Multipart;
import io.turnout.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/// `/jobs/ingest`: create, upload, close, watch, and fetch what became of each line.
final class IngestDesk {
    private static final Set<String> OPERATIONS =
            Set.of("insert", "update", "upsert", "delete", "hardDelete");
    private static final int MULTIPART_MAX = 100_000;

    private final Org org;
    private final Map<String, Job> jobs = new ConcurrentSkipListMap<>();
    private final AtomicLong serial = new AtomicLong();

    IngestDesk(Org org) {
        this.org = org;
    }

    Reply answer(Visit visit) {
        String version = JobsDesk.version(visit);
        return switch (visit.method() + " " + visit.path().size()) {
            case "POST 2" -> create(visit, version);
            case "GET 2" -> list(version);
            case "GET 3" -> Reply.json(200, job(visit).showAll(version));
            case "PATCH 3" -> change(visit, version);
            case "DELETE 3" -> delete(visit);
            case "PUT 4" -> upload(visit);
            case "GET 4" -> results(visit);
            default -> throw RestApi.notAllowed(visit);
        };
    }

    private Job job(Visit visit) {
        String id = RecordId.parse(visit.step(2)).orElse("");
        Job job = jobs.get(id);
        if (job == null) {
            throw Refusal.unknown();
        }
        return job;
    }

    private Reply create(Visit visit, String version) {
        String type = visit.exchange().header(Reply.TYPE).orElse("");
        if (type.startsWith("multipart/")) {
            return createWhole(visit, version);
        }
        return Reply.json(200, made(visit, visit.exchange().json()).show(version));
    }

    /// A small job with its data in the same request: it is closed at once.
    private Reply createWhole(Visit visit, String version) {
        Map<String, String> parts = Multipart.read(visit.exchange());
        String order = parts.getOrDefault("job", "");
        String content = parts.getOrDefault("content", "");
        if (content.length() > MULTIPART_MAX) {
            throw invalid("no more than 100,000 characters fit into the request for a job");
        }
        Job job = made(visit, Json.read(order.getBytes(StandardCharsets.UTF_8)));
        job.upload(content);
        return Reply.json(200, start(visit, job, version));
    }

    private Job made(Visit visit, JsonNode order) {
        String operation = order.path("operation").asText("");
        if (!OPERATIONS.contains(operation)) {
            throw invalid("Unknown operation: " + operation);
        }
        String content = order.path("contentType").asText("CSV");
        if (!content.equals("CSV")) {
            throw invalid("Unsupported content type: " + content);
        }
        if (org.database().schema().find(order.path("object").asText("")).isEmpty()) {
            throw invalid("Unable to find object: " + order.path("object").asText(""));
        }
        if (operation.equals("upsert") && !order.hasNonNull("externalIdFieldName")) {
            throw invalid("External ID was blank for upsert");
        }
        String id = RecordId.of("750", serial.incrementAndGet());
        String owner = visit.session().user().id();
        Job job = new Job(id, order, owner, org.database().coveredUntil());
        jobs.put(id, job);
        return job;
    }

    private static Refusal invalid(String why) {
        return Refusal.request(400, "INVALIDJOB", "InvalidJob : " + why);
    }

    private Reply list(String version) {
        ObjectNode node = Json.object().put("done", true);
        ArrayNode records = node.putArray("records");
        jobs.values().forEach(job -> records.add(job.show(version)));
        node.putNull("nextRecordsUrl");
        return Reply.json(200, node);
    }

    private Reply upload(Visit visit) {
        if (!visit.step(3).equals("batches")) {
            throw Refusal.unknown();
        }
        job(visit).upload(new String(visit.exchange().body(), StandardCharsets.UTF_8));
        return Reply.empty(201);
    }

    /// Closes the job and has it worked off; answers with how it stood in between.
    private ObjectNode start(Visit visit, Job job, String version) {
        job.advance(List.of(Job.State.OPEN), Job.State.UPLOAD_COMPLETE);
        ObjectNode closed = job.show(version);
        Ingest ingest = new Ingest(org, job, visit.unwatched());
        var _ = Thread.startVirtualThread(ingest::run);
        return closed;
    }

    private Reply change(Visit visit, String version) {
        Job job = job(visit);
        ObjectNode shown =
                switch (visit.exchange().json().path("state").asText("")) {
                    case "UploadComplete" -> start(visit, job, version);
                    case "Aborted" -> {
                        job.advance(
                                List.of(
                                        Job.State.OPEN,
                                        Job.State.UPLOAD_COMPLETE,
                                        Job.State.IN_PROGRESS),
                                Job.State.ABORTED);
                        yield job.show(version);
                    }
                    default -> throw invalid("Only UploadComplete and Aborted can be asked for");
                };
        return Reply.json(200, shown);
    }

    private Reply delete(Visit visit) {
        Job job = job(visit);
        if (job.state() == Job.State.OPEN || job.state() == Job.State.IN_PROGRESS) {
            throw Refusal.request(400, "INVALIDJOBSTATE", "the job is " + job.state().text());
        }
        jobs.remove(job.id());
        return Reply.empty(204);
    }

    private Reply results(Visit visit) {
        Job job = job(visit);
        StringBuilder csv = new StringBuilder();
        switch (visit.step(3).toLowerCase(Locale.ROOT)) {
            case "successfulresults" -> {
                line(csv, job, List.of("sf__Id", "sf__Created"), job.header());
                for (Job.Result result : job.results()) {
                    if (result.error().isEmpty()) {
                        String created = Boolean.toString(result.created());
                        line(csv, job, List.of(result.id(), created), result.line());
                    }
                }
            }
            case "failedresults" -> {
                line(csv, job, List.of("sf__Id", "sf__Error"), job.header());
                for (Job.Result result : job.results()) {
                    if (!result.error().isEmpty()) {
                        line(csv, job, List.of(result.id(), result.error()), result.line());
                    }
                }
            }
            case "unprocessedrecords" -> {
                line(csv, job, List.of(), job.header());
                job.unprocessed().forEach(row -> line(csv, job, List.of(), row));
            }
            default -> throw Refusal.unknown();
        }
        return Reply.text(200, Reply.CSV, csv.toString());
    }

    private static void line(StringBuilder csv, Job job, List<String> first, List<String> rest) {
        List<String> values = new ArrayList<>(first);
        values.addAll(rest);
        csv.append(Csv.line(values, job.delimiter()));
    }
}
