package io.turnout.domain.delivery;

import io.turnout.domain.capacity.RoomId;

/// How many are registered in a room, as its org shall show it: always the whole number, so that
/// a repeat changes nothing.
public record RoomCount(RoomId room, int registered) {
    public RoomCount {
        if (registered < 0) {
            throw new IllegalArgumentException(registered + " registered in " + room);
        }
    }
}
