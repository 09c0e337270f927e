package io.turnout.adapters.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkTurn;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Patience;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.AttendeeId;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPatch;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/// The calls of one turn of one job.
record BulkJob(OrgCalls calls, SalesforceConnection connection) {
    private static final ContentType CSV = ContentType.create("text/csv", UTF_8);
    private static final Set<String> GONE = Set.of("Failed", "Aborted", "JobComplete");

    /// What a second load or a second close is answered with.
    private static final Set<String> DONE_BEFORE =
            Set.of("InvalidBatch", "INVALIDBATCH", "InvalidJobState", "INVALIDJOBSTATE");

    BulkReceipt take(BulkTurn turn) {
        return switch (turn) {
            case BulkTurn.Create _ -> create();
            case BulkTurn.Load(_, var id, var attendees) -> load(id, attendees);
            case BulkTurn.Look(_, var id) -> look(id);
        };
    }

    private BulkReceipt create() {
        AttendeeMapping mapping = connection.mapping().attendee();
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("object", mapping.object())
                        .put("operation", "upsert")
                        .put("externalIdFieldName", mapping.key())
                        .put("contentType", "CSV")
                        .put("lineEnding", "LF")
                        .put("columnDelimiter", "COMMA");
        return send(
                url -> {
                    HttpPost post = new HttpPost(at(url, ""));
                    post.setEntity(new StringEntity(body.toString(), ContentType.APPLICATION_JSON));
                    return post;
                },
                said ->
                        said.json()
                                .map(job -> job.path("id").asText())
                                .filter(id -> !id.isEmpty())
                                .<BulkReceipt>map(BulkReceipt.Created::new)
                                .orElseGet(() -> failed("a job without an id")));
    }

    private URI at(URI instance, String rest) {
        return instance.resolve(
                "/services/data/v%s/jobs/ingest%s".formatted(connection.apiVersion(), rest));
    }

    private BulkReceipt load(String id, List<OwedAttendee> attendees) {
        String rows = new BulkCsv(connection.mapping().attendee()).write(attendees);
        BulkReceipt loaded =
                send(
                        url -> {
                            HttpPut put = new HttpPut(at(url, "/" + id + "/batches"));
                            put.setEntity(new StringEntity(rows, CSV));
                            return put;
                        },
                        _ -> new BulkReceipt.Running());
        return loaded instanceof BulkReceipt.Running ? close(id) : loaded;
    }

    private BulkReceipt close(String id) {
        return send(
                url -> {
                    HttpPatch patch = new HttpPatch(at(url, "/" + id));
                    patch.setEntity(
                            new StringEntity(
                                    "{\"state\":\"UploadComplete\"}",
                                    ContentType.APPLICATION_JSON));
                    return patch;
                },
                _ -> new BulkReceipt.Running());
    }

    private BulkReceipt look(String id) {
        return send(
                url -> new HttpGet(at(url, "/" + id)),
                said ->
                        said.json()
                                .map(job -> seen(id, job))
                                .orElseGet(() -> failed("no state of the job")));
    }

    private BulkReceipt seen(String id, JsonNode job) {
        String state = job.path("state").asText();
        if (!GONE.contains(state)) {
            return state.equals("Open")
                    ? new BulkReceipt.Lost("the job was never closed")
                    : new BulkReceipt.Running();
        }
        if (job.path("numberRecordsProcessed").asInt() == 0 && !state.equals("JobComplete")) {
            return new BulkReceipt.Lost(state + ": " + job.path("errorMessage").asText());
        }
        Map<AttendeeId, RowAnswer> answers = new HashMap<>();
        BulkReceipt sent = results(id, "successfulResults", answers, BulkJob::sent);
        if (!(sent instanceof BulkReceipt.Running)
                || job.path("numberRecordsFailed").asInt() == 0) {
            return sent instanceof BulkReceipt.Running ? new BulkReceipt.Ended(answers) : sent;
        }
        BulkReceipt refused = results(id, "failedResults", answers, this::refused);
        return refused instanceof BulkReceipt.Running ? new BulkReceipt.Ended(answers) : refused;
    }

    private BulkReceipt results(
            String id,
            String kind,
            Map<AttendeeId, RowAnswer> answers,
            Function<NamedCsvRecord, RowAnswer> answer) {
        return send(
                url -> {
                    HttpGet get = new HttpGet(at(url, "/" + id + "/" + kind + "/"));
                    get.setHeader("Accept", "text/csv");
                    return get;
                },
                said -> {
                    new BulkCsv(connection.mapping().attendee())
                            .read(said.body())
                            .forEach((key, row) -> answers.put(key, answer.apply(row)));
                    return new BulkReceipt.Running();
                });
    }

    private static RowAnswer sent(NamedCsvRecord row) {
        return new RowAnswer.Sent(
                row.getField("sf__Id"), Boolean.parseBoolean(row.getField("sf__Created")));
    }

    private RowAnswer refused(NamedCsvRecord row) {
        SalesforceError error = SalesforceError.ofBulk(row.getField("sf__Error"));
        if (mayBeSavedLive(error)) {
            return new RowAnswer.Wait(
                    new Reason(error.code(), error.message(), error.fields()), Patience.AT_ONCE);
        }
        return RowResult.failed(error, connection.mapping().attendee().key()).answer();
    }

    /// A job cannot be told to save duplicates; a call can.
    private boolean mayBeSavedLive(SalesforceError error) {
        return error.code().equals("DUPLICATES_DETECTED")
                && connection.mapping().attendee().duplicates() == AttendeeMapping.Duplicates.ALLOW;
    }

    private BulkReceipt send(
            Function<URI, HttpUriRequestBase> request, Function<Reply.Said, BulkReceipt> said) {
        return switch (calls.send(connection, CallKind.LIVE, request)) {
            case Reply.Said answer when answer.status() / 100 == 2 -> said.apply(answer);
            case Reply.Said answer -> refused(answer);
            case Reply.Silent(var why) -> failed(why);
            case Reply.Denied(var why) -> new BulkReceipt.Failed(new Receipt.Barred(why));
            case Reply.Unaffordable(var why) ->
                    new BulkReceipt.Failed(new Receipt.Unaffordable(why));
        };
    }

    private static BulkReceipt refused(Reply.Said said) {
        SalesforceError error =
                SalesforceError.ofCall(said)
                        .orElse(new SalesforceError(SalesforceError.UNKNOWN, "", List.of()));
        if (said.status() == 400 && DONE_BEFORE.contains(error.code())) {
            return new BulkReceipt.Running();
        }
        if (said.status() == 404) {
            return new BulkReceipt.Lost("Salesforce does not know the job");
        }
        return new BulkReceipt.Failed(CallRules.receipt(said.status(), error));
    }

    private static BulkReceipt failed(String why) {
        return new BulkReceipt.Failed(new Receipt.Away(why));
    }
}
