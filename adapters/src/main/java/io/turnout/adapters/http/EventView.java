package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.publishing.EventPage;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.event.EventStatus;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event as registrants see it. `capacity` is null where nobody counts.
public record EventView(
        String id,
        String name,
        String startsAt,
        String endsAt,
        String timeZone,
        String status,
        @Nullable CapacityView capacity,
        List<ItemView> items,
        List<SessionView> sessions,
        long version)
        implements View {
    static EventView of(EventPage page) {
        Event event = page.event();
        return new EventView(
                event.id().value(),
                event.name(),
                event.startsAt().toString(),
                event.endsAt().toString(),
                event.timeZone().getId(),
                status(event.status()),
                CapacityView.of(page.room(RoomId.of(event.id()))),
                event.items().stream().map(item -> ItemView.of(item, page)).toList(),
                event.sessions().stream().map(session -> SessionView.of(session, page)).toList(),
                page.version());
    }

    private static String status(EventStatus status) {
        return switch (status) {
            case PUBLISHED -> "published";
            case WITHDRAWN -> "withdrawn";
        };
    }

    /// How a room stands. What is held is neither taken nor remaining.
    public record CapacityView(int seats, int taken, int remaining) {
        static @Nullable CapacityView of(Capacity room) {
            return switch (room.seats()) {
                case Seats.Unlimited() -> null;
                case Seats.Limited(int seats) ->
                        new CapacityView(seats, room.taken(), room.remaining().orElse(0));
            };
        }
    }

    /// What an attendee chooses one of.
    public record ItemView(
            String id, String name, BigDecimal price, @Nullable CapacityView capacity) {
        static ItemView of(EventItem item, EventPage page) {
            return new ItemView(
                    item.id().value(),
                    item.name(),
                    item.price(),
                    CapacityView.of(page.room(RoomId.of(item.id()))));
        }
    }

    /// What an attendee may choose beside the item.
    public record SessionView(
            String id,
            String name,
            String startsAt,
            String endsAt,
            @Nullable CapacityView capacity) {
        static SessionView of(EventSession session, EventPage page) {
            return new SessionView(
                    session.id().value(),
                    session.name(),
                    session.startsAt().toString(),
                    session.endsAt().toString(),
                    CapacityView.of(page.room(RoomId.of(session.id()))));
        }
    }
}
