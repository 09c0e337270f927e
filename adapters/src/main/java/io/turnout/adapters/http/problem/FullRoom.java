package io.turnout.adapters.http.problem;

import io.turnout.domain.capacity.RoomId;
import java.util.Locale;

/// Which room had too few seats for the group, and how many are left in it.
public record FullRoom(String kind, String id, int remaining) {
    public static FullRoom of(RoomId room, int remaining) {
        return new FullRoom(room.kind().name().toLowerCase(Locale.ROOT), room.id(), remaining);
    }
}
