package io.turnout.adapters.http;

import io.turnout.application.publishing.EventPage;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import jakarta.ws.rs.core.EntityTag;

/// The tag of an event page: its version, and how each room looks to who wants to come. It is
/// weak, since `taken` may move on under the same tag.
final class EventTags {
    /// A room is nearly full when no more than one seat in so many is free.
    private static final int FEW = 10;

    private static final long PRIME = 1_099_511_628_211L;

    private EventTags() {}

    static EntityTag of(EventPage page) {
        long rooms = availability(page.room(RoomId.of(page.event().id())));
        for (var item : page.event().items()) {
            rooms = rooms * PRIME + availability(page.room(RoomId.of(item.id())));
        }
        for (var session : page.event().sessions()) {
            rooms = rooms * PRIME + availability(page.room(RoomId.of(session.id())));
        }
        String value = Long.toString(page.version(), 36) + "-" + Long.toHexString(rooms);
        return new EntityTag(value, true);
    }

    /// Whether an If-None-Match names the tag; what makes no sense in it matches nothing.
    static boolean match(String tags, EntityTag tag) {
        String opaque = '"' + tag.getValue() + '"';
        return tags.strip().equals("*") || tags.contains(opaque);
    }

    /// Seats are part of it: an organiser may change them without a new version of the event.
    private static long availability(Capacity room) {
        return switch (room.seats()) {
            case Seats.Unlimited() -> 1;
            case Seats.Limited(int seats) -> {
                long free = room.remaining().orElse(0);
                long level = free == 0 ? 4 : free * FEW <= seats ? 3 : 2;
                yield seats * 8L + level;
            }
        };
    }
}
