package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Rooms that were full a moment ago. Only an optimisation: who asks for one is decided without
/// its lock, from the same rows by the same rule, and joins the writers if a seat is free after
/// all. An entry lasts a second, and a release ends it at once.
final class SoldOut {
    private static final long LIFE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int ROOMS_MAX = 10_000;

    private final Map<Room, Long> until = new ConcurrentHashMap<>();

    private record Room(OrgId org, RoomId id) {}

    void note(OrgId org, RoomId room) {
        if (until.size() < ROOMS_MAX) {
            until.put(new Room(org, room), System.nanoTime() + LIFE_NANOS);
        }
    }

    boolean any(OrgId org, Collection<RoomId> rooms) {
        if (until.isEmpty()) {
            return false;
        }
        for (RoomId room : rooms) {
            Room key = new Room(org, room);
            Long end = until.get(key);
            if (end != null && end - System.nanoTime() > 0) {
                return true;
            }
            if (end != null) {
                var _ = until.remove(key, end);
            }
        }
        return false;
    }

    void forget(OrgId org, RoomId room) {
        until.remove(new Room(org, room));
    }

    void forgetAll() {
        until.clear();
    }
}
