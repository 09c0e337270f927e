package io.turnout.adapters.http;

import io.turnout.application.publishing.EventPage;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.function.ToLongFunction;

/// The tag of an event page: its version, and how each room looks to who wants to come. It is
/// weak, since `taken` may move on under the same tag.
public final class EventTags {
    /// A room is nearly full when no more than one seat in so many is free.
    private static final int FEW = 10;

    private static final long PRIME = 1_099_511_628_211L;

    private EventTags() {}

    static EntityTag of(EventPage page) {
        long rooms = rooms(page, EventTags::availability);
        String value = Long.toString(page.version(), 36) + "-" + Long.toHexString(rooms);
        return new EntityTag(value, true);
    }

    private static long rooms(EventPage page, ToLongFunction<Capacity> look) {
        long rooms = look.applyAsLong(page.room(RoomId.of(page.event().id())));
        for (var item : page.event().items()) {
            rooms = rooms * PRIME + look.applyAsLong(page.room(RoomId.of(item.id())));
        }
        for (var session : page.event().sessions()) {
            rooms = rooms * PRIME + look.applyAsLong(page.room(RoomId.of(session.id())));
        }
        return rooms;
    }

    /// The tag of a page of events: any of theirs changes it.
    static EntityTag of(List<EventPage> pages) {
        long all = pages.size();
        for (EventPage page : pages) {
            all = all * PRIME + page.event().id().hashCode();
            all = all * PRIME + of(page).getValue().hashCode();
        }
        return new EntityTag(Long.toHexString(all), true);
    }

    /// The tag of an event as its own page shows it: there, every seat is counted. `look` is what
    /// the page is made with.
    public static EntityTag shown(EventPage page, String look) {
        long rooms = rooms(page, room -> room.remaining().orElse(-1));
        String value = of(page).getValue() + "-" + Long.toHexString(rooms) + "-" + look;
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
