package io.turnout.domain.capacity;

import java.util.OptionalInt;

/// How many seats a room has, how many are held and how many taken. A room is `over` when its
/// organiser lowered the seats below that; nobody enters then, and nobody is thrown out. The
/// table's own constraint is the second guard: two that share no code seldom fail together.
public record Capacity(RoomId room, Seats seats, int held, int taken) {
    public Capacity {
        if (taken < 0 || held < 0) {
            throw new IllegalArgumentException(taken + " taken and " + held + " held in " + room);
        }
    }

    /// Whether so many more may enter now.
    public boolean admits(int newcomers) {
        return switch (seats) {
            case Seats.Unlimited() -> true;
            case Seats.Limited(int count) -> (long) taken + held + newcomers <= count;
        };
    }

    /// The seats that are free; empty where nobody counts, nought in a room that is over.
    public OptionalInt remaining() {
        return switch (seats) {
            case Seats.Unlimited() -> OptionalInt.empty();
            case Seats.Limited(int count) -> OptionalInt.of(Math.max(0, count - taken - held));
        };
    }

    public boolean over() {
        return switch (seats) {
            case Seats.Unlimited() -> false;
            case Seats.Limited(int count) -> taken + held > count;
        };
    }

    public Capacity hold(int more) {
        return new Capacity(room, seats, held + more, taken);
    }

    public Capacity take(int more) {
        return new Capacity(room, seats, held, taken + more);
    }
}
