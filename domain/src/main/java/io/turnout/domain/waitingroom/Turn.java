package io.turnout.domain.waitingroom;

import io.turnout.domain.capacity.RoomId;
import java.time.Duration;
import java.time.Instant;

/// What a ticket is worth at a moment: one case per thing its bearer would do differently.
public sealed interface Turn {
    /// The start is ahead, and nobody has a place yet: coming now or a second before it is alike.
    record Gathering(Instant startsAt, Duration askAfter) implements Turn {}

    /// So many stand before, and that is how long they take as the line moves now. Asking again
    /// changes neither.
    record Waiting(long ahead, Duration eta, Duration askAfter) implements Turn {}

    /// This room has no seat left, and nobody is called until one is free again. The place in the
    /// line stays.
    record SoldOut(RoomId room, long ahead, Duration askAfter) implements Turn {}

    /// Come in, until then.
    record Called(Instant until) implements Turn {}

    /// It was called and nobody came in time, or it is of an earlier line.
    record Lapsed() implements Turn {}

    /// Nobody waits any more.
    record Through() implements Turn {}
}
