package io.turnout.demo.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the org's Salesforce has seen of us: which calls wrote attendees, and which call wrote
/// whom. Only the newest are kept.
final class CallBook {
    private static final int CALLS_AT_ONCE = 1_000;
    private static final int CALLS_KEPT = 7;
    private static final int ROWS_AT_ONCE = 2_000;
    private static final int ROWS_KEPT = 2_000;
    private static final int ROWS_AGAIN = 100;

    private final Salesforce salesforce;
    private final Map<String, Long> callOf =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > ROWS_KEPT;
                }
            };
    private Counts counts = Counts.NONE;
    private long lastCall;
    private String anchor = "";

    CallBook(Salesforce salesforce) {
        this.salesforce = salesforce;
    }

    void look() {
        for (JsonNode call : salesforce.calls(lastCall, CALLS_AT_ONCE)) {
            if (call.path("status").asInt() == 0) {
                // Still running: it and what follows are looked at again.
                break;
            }
            lastCall = call.path("id").asLong();
            if (call.path("path").asText().contains("/Attendee__c")) {
                counts = counts.and(Call.of(call));
            }
        }
        JsonNode rows = salesforce.attendees(anchor, ROWS_AT_ONCE);
        for (JsonNode row : rows) {
            String attendee = row.path("External_Id__c").asText();
            var _ = callOf.put(attendee, row.path("_call").asLong());
        }
        if (rows.size() > 2 * ROWS_AGAIN) {
            // The newest are read again, since a later call may have written them anew.
            anchor = rows.path(rows.size() - ROWS_AGAIN).path("Id").asText();
        }
    }

    Counts counts() {
        return counts;
    }

    Map<String, Long> callOf() {
        return callOf;
    }

    /// One call that wrote attendees, or tried to.
    public record Call(long id, long rows, long millis, int status, String outcome) {
        static Call of(JsonNode call) {
            return new Call(
                    call.path("id").asLong(),
                    call.path("created").asLong() + call.path("updated").asLong(),
                    Math.round(call.path("ms").asDouble()),
                    call.path("status").asInt(),
                    call.path("outcome").asText());
        }

        boolean wrote() {
            return rows > 0;
        }
    }

    /// All calls since the start in numbers, and the newest of them, newest first.
    record Counts(long calls, long rows, long refused, List<Call> newest) {
        static final Counts NONE = new Counts(0, 0, 0, List.of());

        Counts {
            newest = List.copyOf(newest);
        }

        Counts and(Call call) {
            List<Call> more = new ArrayList<>(newest);
            more.addFirst(call);
            return new Counts(
                    calls + (call.wrote() ? 1 : 0),
                    rows + call.rows(),
                    refused + (call.wrote() ? 0 : 1),
                    more.subList(0, Math.min(more.size(), CALLS_KEPT)));
        }
    }
}
