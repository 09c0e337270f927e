package io.turnout.simulator.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.org.Call;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.rest.DraftReader;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.schema.Trait;
import io.turnout.simulator.store.Change;
import io.turnout.simulator.store.Draft;
import io.turnout.simulator.store.Outcome;
import io.turnout.simulator.store.Transaction;
import io.turnout.simulator.store.Writer;
import io.turnout.simulator.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Works one ingest job off: batches of 10,000 lines beside each other, each in chunks of 200 rows,
/// each chunk a transaction. Batches under one parent therefore wait for each other's locks.
final class Ingest {
    private static final int BATCH = 10_000;
    private static final int CHUNK = 200;
    private static final String NOTHING = "#N/A";

    private final Org org;
    private final Job job;
    private final boolean unwatched;
    private final ObjectType type;
    private final DraftReader drafts;

    /// `unwatched` is whether whoever closed the job is the package's own maker.
    Ingest(Org org, Job job, boolean unwatched) {
        this.unwatched = unwatched;
        this.org = org;
        this.job = job;
        this.type = org.database().schema().type(job.order("object"));
        this.drafts = new DraftReader(org.database().schema());
    }

    void run() {
        try {
            List<List<String>> lines = Csv.read(job.file(), job.delimiter());
            if (lines.isEmpty()) {
                job.fail("InvalidBatch : The file is empty");
                return;
            }
            List<String> header = lines.getFirst();
            List<List<String>> rows = lines.subList(1, lines.size());
            Optional<String> unknown = header.stream().filter(this::unknown).findFirst();
            job.begin(header, rows);
            if (unknown.isPresent()) {
                job.fail("InvalidBatch : Field name not found : " + unknown.get());
                return;
            }
            batches(header, rows);
            job.complete();
        } catch (RuntimeException e) {
            job.fail("InternalServerError : " + e);
        }
    }

    private boolean unknown(String column) {
        int dot = column.indexOf('.');
        return dot < 0
                ? type.shown(column).isEmpty()
                : type.relationship(column.substring(0, dot)).isEmpty();
    }

    private void batches(List<String> header, List<List<String>> rows) {
        List<Thread> workers = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<List<String>> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            workers.add(Thread.startVirtualThread(() -> safely(header, batch)));
        }
        for (Thread worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void safely(List<String> header, List<List<String>> rows) {
        try {
            batch(header, rows);
        } catch (RuntimeException e) {
            // The lines that were not reached stay unprocessed.
            job.fail("InternalServerError : " + e);
        }
    }

    private void batch(List<String> header, List<List<String>> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            if (job.state() == Job.State.ABORTED) {
                return;
            }
            chunk(header, rows.subList(from, Math.min(rows.size(), from + CHUNK)));
        }
    }

    private void chunk(List<String> header, List<List<String>> rows) {
        String target = "bulk job " + job.id();
        Call call = org.calls().begin("BATCH", target, 0);
        List<Change> changes = rows.stream().map(row -> change(header, row)).toList();
        List<Outcome> outcomes;
        Writer writer = new Writer(call.id(), false, unwatched);
        try (Transaction transaction = org.database().begin(writer)) {
            outcomes = transaction.apply(changes, false);
            transaction.commit();
        }
        if (job.order("operation").equals("delete")) {
            call.countDeleted(outcomes);
        } else {
            call.countWritten(outcomes);
        }
        org.calls().end(call, 200, "ok");
        List<Job.Result> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            results.add(result(rows.get(i), outcomes.get(i)));
        }
        job.add(results);
    }

    private static Job.Result result(List<String> row, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(String id, boolean created) -> new Job.Result(row, id, created, "");
            case Outcome.Failed(var id, Refusal refusal) -> {
                String fields = String.join(",", refusal.fields());
                String error = refusal.code() + ":" + refusal.message() + ":" + fields + "--";
                yield new Job.Result(row, id == null ? "" : id, false, error);
            }
            case Outcome.Ambiguous(List<String> ids) ->
                    new Job.Result(
                            row,
                            "",
                            false,
                            "DUPLICATE_EXTERNAL_ID:More than one record found: " + ids + ":--");
        };
    }

    private Change change(List<String> header, List<String> row) {
        try {
            ObjectNode record = record(header, row);
            String id = record.path("Id").asText(record.path("id").asText(""));
            Draft draft = drafts.read(type, record);
            return switch (job.order("operation")) {
                case "insert" -> new Change.Insert(type, draft);
                case "update" -> new Change.Update(type, id(id), draft);
                case "delete", "hardDelete" -> new Change.Delete(type, id(id));
                default -> upsert(draft, id);
            };
        } catch (Refusal refusal) {
            return new Change.Unreadable(refusal);
        }
    }

    private Change upsert(Draft draft, String id) {
        String name = job.order("externalIdFieldName");
        if (name.equalsIgnoreCase("Id")) {
            return id.isEmpty()
                    ? new Change.Insert(type, draft)
                    : new Change.Update(type, id(id), draft);
        }
        Field key =
                type.shown(name)
                        .filter(field -> field.is(Trait.EXTERNAL_ID))
                        .orElseThrow(() -> Refusal.row("INVALID_FIELD", "no external id: " + name));
        Object value = draft.values().remove(key);
        if (value == null) {
            throw Refusal.row("MISSING_ARGUMENT", key.name() + " not specified", key.name());
        }
        return new Change.Upsert(type, new Change.Key(key, value.toString()), draft, false);
    }

    private String id(String text) {
        return RecordId.parse(text)
                .filter(type::owns)
                .orElseThrow(() -> Refusal.row("MALFORMED_ID", "bad id " + text, "Id"));
    }

    /// The line as a JSON client would have sent it: empty says nothing, `#N/A` empties the field.
    private static ObjectNode record(List<String> header, List<String> row) {
        ObjectNode record = Json.object();
        for (int i = 0; i < header.size(); i++) {
            String value = i < row.size() ? row.get(i) : "";
            String column = header.get(i);
            int dot = column.indexOf('.');
            if (value.isEmpty()) {
                continue;
            }
            if (dot > 0) {
                record.putObject(column.substring(0, dot)).put(column.substring(dot + 1), value);
            } else if (value.equals(NOTHING)) {
                record.putNull(column);
            } else {
                record.put(column, value);
            }
        }
        return record;
    }
}
