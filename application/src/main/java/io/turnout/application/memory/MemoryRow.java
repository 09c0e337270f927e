package io.turnout.application.memory;

import io.turnout.application.delivery.Outbox;
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
        Optional<String> recordId) {
    static MemoryRow owed(OwedAttendee attendee, Instant now) {
        return new MemoryRow(
                attendee, Outbox.State.WAITING, now, now, 0, Optional.empty(), Optional.empty());
    }

    MemoryRow sent(String record) {
        return new MemoryRow(
                owed, Outbox.State.SENT, owedAt, dueAt, 0, Optional.empty(), Optional.of(record));
    }

    MemoryRow waiting(Instant due, Optional<Reason> why) {
        return new MemoryRow(owed, Outbox.State.WAITING, owedAt, due, failures + 1, why, recordId);
    }

    MemoryRow setAside(Reason why) {
        return new MemoryRow(
                owed,
                Outbox.State.SET_ASIDE,
                owedAt,
                dueAt,
                failures + 1,
                Optional.of(why),
                recordId);
    }
}
