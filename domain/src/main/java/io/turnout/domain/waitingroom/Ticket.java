package io.turnout.domain.waitingroom;

import java.time.Duration;
import java.time.Instant;

/// A number in a waiting room. Numbers count from nought in the order in which they were asked
/// for, on all instances together, so the ticket itself is all that has to be kept, and its bearer
/// keeps it. Once its place is called it is a pass too: nothing else is handed out, so nothing can
/// be handed out twice.
public record Ticket(WaitingRoomId room, long number, Instant issuedAt, Instant expiresAt) {
    /// How long after the start, or after it was asked for, a number is worth anything.
    public static final Duration LIFE = Duration.ofHours(24);

    public Ticket {
        if (number < 0) {
            throw new IllegalArgumentException("numbers count from nought");
        }
    }

    /// The next number, asked for now.
    static Ticket of(WaitingRoom room, long number) {
        Instant from = room.asOf().isBefore(room.startsAt()) ? room.startsAt() : room.asOf();
        return new Ticket(room.id(), number, room.asOf(), from.plus(LIFE));
    }
}
