package io.turnout.application.delivery;

import io.turnout.application.delivery.Outbox.State;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.AttendeeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One attendee on its way: accepted, in which call last, and under which record it arrived. It
/// names no person.
public record Trail(
        AttendeeId attendee,
        EventId event,
        long version,
        State state,
        Instant acceptedAt,
        int failures,
        Optional<Call> call,
        Optional<Arrival> arrival,
        Optional<Refusal> refusal) {
    /// The last call that carried it. Without an end it is running, or its instance died.
    public record Call(
            UUID id,
            String kind,
            long attempt,
            String instance,
            int rows,
            Instant startedAt,
            Optional<Ended> ended) {}

    /// How a call ended, and what the org said of everybody's calls then.
    public record Ended(Instant at, String outcome, Optional<CallUsage> usage) {}

    /// What Salesforce has: its record, and whether that call created it.
    public record Arrival(String recordId, boolean created, Instant at) {}

    /// Why it was not taken last time.
    public record Refusal(String code, List<String> fields) {
        public Refusal {
            fields = List.copyOf(fields);
        }
    }
}
