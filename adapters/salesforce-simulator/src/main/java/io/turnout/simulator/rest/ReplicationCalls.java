package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Moments;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.time.Duration;
import java.util.List;

/// `/updated` and `/deleted`: which rows changed within a span of time. Seconds do not count.
final class ReplicationCalls {
    private static final Duration UPDATED_BACK = Duration.ofDays(30);
    private static final Duration DELETED_BACK = Duration.ofDays(15);
    private static final int IDS_MAX = 600_000;
    private static final long MINUTE = 60_000;

    private final Visit visit;
    private final ObjectType type;

    ReplicationCalls(Visit visit, ObjectType type) {
        this.visit = visit;
        this.type = type;
    }

    private record Span(long start, long end) {}

    private Span span(Duration back) {
        long start = moment("start");
        long end = moment("end");
        long now = visit.org().database().coveredUntil();
        if (end - start < MINUTE) {
            throw Refusal.request(
                    400,
                    "INVALID_REPLICATION_DATE",
                    "startDate must be at least one minute before endDate");
        }
        if (start < now - back.toMillis()) {
            throw Refusal.request(
                    400,
                    "INVALID_REPLICATION_DATE",
                    "startDate before org replication enabled or more than "
                            + back.toDays()
                            + " days ago");
        }
        return new Span(start, end);
    }

    private long moment(String name) {
        String text = visit.exchange().parameter(name).orElse("");
        // A plus sign that was not encoded has become a blank.
        long moment =
                Moments.parse(text.replace(' ', '+'))
                        .orElseThrow(
                                () ->
                                        Refusal.request(
                                                400,
                                                "INVALID_REPLICATION_DATE",
                                                name + " is no date-time: " + text));
        return moment - Math.floorMod(moment, MINUTE);
    }

    private List<Row> changed(Span span, boolean deleted) {
        List<Row> rows =
                visit.org()
                        .database()
                        .select(
                                type,
                                row ->
                                        row.deleted() == deleted
                                                && row.modified() >= span.start()
                                                && row.modified() < span.end());
        if (rows.size() > IDS_MAX) {
            throw Refusal.request(400, "EXCEEDED_ID_LIMIT", "too many ids in this span");
        }
        visit.call().countRead(rows.size());
        visit.org().pace().spend(1);
        return rows;
    }

    private String covered(Span span) {
        long until = Math.min(span.end(), visit.org().database().coveredUntil());
        return Moments.format(until - Math.floorMod(until, MINUTE));
    }

    Reply updated() {
        Span span = span(UPDATED_BACK);
        ObjectNode node = Json.object();
        ArrayNode ids = node.putArray("ids");
        changed(span, false).forEach(row -> ids.add(row.id()));
        return Reply.json(200, node.put("latestDateCovered", covered(span)));
    }

    Reply deleted() {
        Span span = span(DELETED_BACK);
        ObjectNode node = Json.object();
        ArrayNode records = node.putArray("deletedRecords");
        for (Row row : changed(span, true)) {
            var _ =
                    records.addObject()
                            .put("id", row.id())
                            .put("deletedDate", Moments.format(row.modified()));
        }
        long earliest = visit.org().database().coveredUntil() - DELETED_BACK.toMillis();
        node.put("earliestDateAvailable", Moments.format(earliest));
        return Reply.json(200, node.put("latestDateCovered", covered(span)));
    }
}
