package io.turnout.domain.publishing;

import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// A row of an org's catalogue that was written lately, by whomever: also by us, when we tell it
/// how many have registered. `id` is the row's own, `event` the one it is or belongs to, if any,
/// `at` when it was written by the org's clock.
public record ChangedRow(String id, Optional<EventId> event, Instant at, Content content) {
    /// What the row says now.
    public sealed interface Content {}

    /// It is deleted or, an event, not published.
    public record Gone() implements Content {}

    /// It says what cannot be shown.
    public record Unreadable() implements Content {}

    /// An event without its parts.
    public record Head(String name, Instant startsAt, Instant endsAt, ZoneId timeZone, Seats seats)
            implements Content {}

    public record Item(EventItem item, Seats seats) implements Content {}

    public record Session(EventSession session, Seats seats) implements Content {}

    /// Tells this writing of the row from every other.
    public String print() {
        return id + "@" + at.toEpochMilli();
    }
}
