package io.turnout.domain.waitingroom;

import io.turnout.domain.capacity.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a waiting room opens by itself, how fast it calls, and when it closes. `crowd` is how many
/// may wait for a decision on one event and one instance before the room opens; a sixteenth of
/// that turned away, because an org or an instance has too much to do, opens it as well. Calls go
/// out between `paceMin` and `paceMax` a second: a tenth faster after every second in which nobody
/// was turned away, half as fast after one in which somebody was.
public record RoomRule(int crowd, double paceMin, double paceMax, WhenSoldOut whenSoldOut) {
    public static final RoomRule USUAL = new RoomRule(1_024, 5, 1_000, WhenSoldOut.CALLS_ON);

    /// What becomes of a line without seats.
    public enum WhenSoldOut {
        /// Nobody is called until a seat is free.
        STOPS,
        /// All are called in their order, to join the waiting list.
        CALLS_ON
    }

    /// Between two calls.
    private static final Duration BEAT = Duration.ofMillis(900);

    /// What was not called while no instance looked is not made up for.
    private static final Duration CATCH_UP = Duration.ofSeconds(3);

    /// A line that is empty for so long is over.
    private static final Duration QUIET = Duration.ofSeconds(60);

    /// Of a crowd, fewer than one in so many are a few.
    private static final int FEW = 16;

    private static final double FASTER = 1.1;
    private static final double SLOWER = 0.5;

    public RoomRule {
        if (crowd < 1 || !(paceMin > 0) || paceMax < paceMin) {
            throw new IllegalArgumentException("a crowd is somebody, and a line moves");
        }
    }

    /// Whether this is more than the event, the org's share or the instance can take. A few who are
    /// turned away in a bad second are not.
    public boolean opens(Crowding seen) {
        return seen.waiting() >= crowd || seen.turnedAway() >= Math.max(1, crowd / FEW);
    }

    private boolean tooMuch(Crowding seen) {
        return seen.waiting() >= crowd || seen.turnedAway() > 0;
    }

    /// The pace of a room that opens under such a crowd: what was decided shows what can be.
    public double firstPace(Crowding seen) {
        return within(seen.decidedPerSecond());
    }

    /// How a room goes on after a look: its pace, who is called, and whether it is over. Any
    /// number of instances may look; of those that look at the same time, one calls. `full` is a
    /// room without which nobody can register.
    public WaitingRoom step(WaitingRoom seenRoom, Crowding seen, Optional<RoomId> full) {
        WaitingRoom room = seenRoom.settled();
        if (!room.isOpen() || !room.started()) {
            return room;
        }
        if (drained(room, seen)) {
            return room.closed();
        }
        Front front = room.front();
        if (tooMuch(seen)) {
            front = front.at(within(front.perSecond() * SLOWER));
        }
        boolean stops = full.isPresent() && whenSoldOut == WhenSoldOut.STOPS;
        long due = stops ? 0 : due(room, front);
        if (due > 0) {
            front = front.call(due, room.asOf());
            front = tooMuch(seen) ? front : front.at(within(front.perSecond() * FASTER));
        }
        return room.with(front, full);
    }

    private static long due(WaitingRoom room, Front front) {
        long waiting = room.numbers().issued() - front.called();
        Duration passed =
                front.lastAt()
                        .map(last -> Duration.between(last, room.asOf()))
                        .orElse(Duration.ofSeconds(1));
        if (passed.compareTo(BEAT) < 0) {
            return 0;
        }
        double seconds = Math.min(passed.toMillis(), CATCH_UP.toMillis()) / 1_000.0;
        return Math.min(waiting, (long) Math.ceil(front.perSecond() * seconds));
    }

    private static boolean drained(WaitingRoom room, Crowding seen) {
        boolean quiet = !room.asOf().isBefore(later(room).plus(QUIET));
        return room.front().called() >= room.numbers().issued() && quiet && seen.turnedAway() == 0;
    }

    private static Instant later(WaitingRoom room) {
        Instant last = room.numbers().lastAt();
        return last.isBefore(room.startsAt()) ? room.startsAt() : last;
    }

    private double within(double pace) {
        return Math.clamp(pace, paceMin, paceMax);
    }
}
