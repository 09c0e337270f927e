package io.turnout.application.memory;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Trail;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Reason;
import java.time.Instant;
import java.util.Optional;

/// One row of the outbox in memory.
record MemoryRow(
        OwedAttendee owed,
        Outbox.State state,
        Instant owedAt,
        Instant dueAt,
        int failures,
        Optional<Reason> reason,
        Optional<Trail.Call> call,
        Optional<Trail.Arrival> arrival) {
    static MemoryRow owed(OwedAttendee attendee, Instant now) {
        return new MemoryRow(
                attendee,
                Outbox.State.WAITING,
                now,
                now,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The next version of it, which has gone the same way so far.
    MemoryRow next(OwedAttendee attendee, Instant now) {
        return new MemoryRow(
                attendee, Outbox.State.WAITING, now, now, 0, Optional.empty(), call, arrival);
    }

    MemoryRow in(Trail.Call call) {
        return new MemoryRow(
                owed, state, owedAt, dueAt, failures, reason, Optional.of(call), arrival);
    }

    MemoryRow sent(Trail.Arrival arrived) {
        return new MemoryRow(
                owed,
                Outbox.State.SENT,
                owedAt,
                dueAt,
                0,
                Optional.empty(),
                call,
                Optional.of(arrived));
    }

    MemoryRow waiting(Instant due, Optional<Reason> why) {
        return new MemoryRow(
                owed, Outbox.State.WAITING, owedAt, due, failures + 1, why, call, arrival);
    }

    MemoryRow setAside(Reason why) {
        return new MemoryRow(
                owed,
                Outbox.State.SET_ASIDE,
                owedAt,
                dueAt,
                failures + 1,
                Optional.of(why),
                call,
                arrival);
    }

    Trail trail() {
        return new Trail(
                owed.id(),
                owed.event(),
                owed.version(),
                state,
                owedAt,
                failures,
                call,
                arrival,
                reason.map(why -> new Trail.Refusal(why.code(), why.fields())));
    }
}
