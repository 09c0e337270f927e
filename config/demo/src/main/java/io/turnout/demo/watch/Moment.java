package io.turnout.demo.watch;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.publishing.EventPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How everything stood when it was last looked at.
record Moment(
        Instant at,
        List<EventPage> events,
        List<Owed> rows,
        Totals totals,
        CallBook.Counts calls,
        Map<String, Long> callOf,
        Optional<Instant> stoppedUntil) {
    static final Moment NONE =
            new Moment(
                    Instant.EPOCH,
                    List.of(),
                    List.of(),
                    new Totals(0, 0, 0),
                    CallBook.Counts.NONE,
                    Map.of(),
                    Optional.empty());

    Moment {
        events = List.copyOf(events);
        rows = List.copyOf(rows);
        callOf = Map.copyOf(callOf);
    }

    /// One attendee on the way to Salesforce, and the event they come for.
    record Owed(String event, Outbox.RowView row) {}

    /// The attendees of all watched events by where they stand.
    record Totals(long waiting, long sent, long setAside) {
        long kept() {
            return waiting + sent + setAside;
        }
    }
}
