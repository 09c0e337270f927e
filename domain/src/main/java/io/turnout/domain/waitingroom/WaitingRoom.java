package io.turnout.domain.waitingroom;

import io.turnout.domain.capacity.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The waiting room of an event, as it stood at `asOf`, which is the storage's own clock. Until
/// `startsAt` visitors gather and nobody is called; who came by then is shuffled, who comes later
/// stands behind them, first come first served.
public record WaitingRoom(
        WaitingRoomId id,
        Status status,
        Instant startsAt,
        Numbers numbers,
        Front front,
        Optional<RoomId> soldOut,
        Instant asOf) {
    private static final Duration ASK_MIN = Duration.ofSeconds(5);
    private static final Duration ASK_MAX = Duration.ofMinutes(4);

    /// How many of all who wait may ask for their place in a second.
    private static final int ASKS_A_SECOND = 2_000;

    /// Whether visitors wait.
    public enum Status {
        OPEN,
        CLOSED
    }

    /// A room that opens now. Nobody has come yet.
    public static WaitingRoom open(WaitingRoomId id, Instant startsAt, double pace, Instant now) {
        return new WaitingRoom(
                        id,
                        Status.OPEN,
                        startsAt,
                        new Numbers(0, OptionalLong.empty(), now),
                        new Front(pace, List.of()),
                        Optional.empty(),
                        now)
                .settled();
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /// Whether it is settled who came before the start. The seed is no secret any more.
    public boolean started() {
        return numbers.early().isPresent();
    }

    /// The same, with so many more numbers handed out now.
    public WaitingRoom next(long more) {
        return with(numbers.next(more, startsAt, asOf));
    }

    /// The ticket of a number that was handed out now.
    public Ticket ticket(long number) {
        return Ticket.of(this, number);
    }

    /// Where a number stands, from nought. Before the start nobody stands anywhere.
    OptionalLong place(long number, Seed seed) {
        OptionalLong early = numbers.early();
        if (early.isEmpty()) {
            return early;
        }
        boolean shuffled = number < early.getAsLong();
        return OptionalLong.of(
                shuffled ? new Shuffle(seed, early.getAsLong()).place(number) : number);
    }

    /// What a ticket is worth now.
    public Turn turn(Ticket ticket, Seed seed) {
        if (!isOpen()) {
            return new Turn.Through();
        }
        if (!ticket.room().equals(id) || !asOf.isBefore(ticket.expiresAt())) {
            return new Turn.Lapsed();
        }
        OptionalLong place = place(ticket.number(), seed);
        if (place.isEmpty()) {
            Duration left = Duration.between(asOf, startsAt);
            return new Turn.Gathering(startsAt, askAfter(left));
        }
        return turn(place.getAsLong());
    }

    private Turn turn(long place) {
        if (place < front.called()) {
            return front.calledAt(place, asOf)
                    .<Turn>map(at -> new Turn.Called(at.plus(Front.PASS_LIFE)))
                    .orElseGet(Turn.Lapsed::new);
        }
        long ahead = place - front.called();
        if (soldOut.isPresent()) {
            return new Turn.SoldOut(soldOut.get(), ahead, askAfter(ASK_MAX));
        }
        double seconds = (ahead + 1) / front.measured(asOf);
        Duration eta = Duration.ofSeconds((long) Math.ceil(seconds));
        return new Turn.Waiting(ahead, eta, askAfter(eta.dividedBy(2)));
    }

    /// The more wait, the less often each may ask; and in time for its turn.
    private Duration askAfter(Duration turn) {
        long waiting = Math.max(0, numbers.issued() - front.called());
        Duration share = Duration.ofSeconds(waiting / ASKS_A_SECOND);
        return between(ASK_MIN, turn.compareTo(share) < 0 ? turn : share, ASK_MAX);
    }

    private static Duration between(Duration least, Duration wanted, Duration most) {
        Duration atLeast = wanted.compareTo(least) < 0 ? least : wanted;
        return atLeast.compareTo(most) > 0 ? most : atLeast;
    }

    /// The same, looked at then.
    public WaitingRoom seenAt(Instant now) {
        return new WaitingRoom(id, status, startsAt, numbers, front, soldOut, now);
    }

    WaitingRoom settled() {
        return with(numbers.settled(startsAt, asOf));
    }

    private WaitingRoom with(Numbers counted) {
        return new WaitingRoom(id, status, startsAt, counted, front, soldOut, asOf);
    }

    WaitingRoom with(Front moved, Optional<RoomId> full) {
        return new WaitingRoom(id, status, startsAt, numbers, moved, full, asOf);
    }

    /// Nobody waits any more. A room that is closed stays as it was, so that its order can still
    /// be checked.
    public WaitingRoom closed() {
        return new WaitingRoom(id, Status.CLOSED, startsAt, numbers, front, soldOut, asOf);
    }
}
