package io.turnout.adapters.http.page;

import io.turnout.application.publishing.EventPage;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An event in the words of its page.
public record EventSheet(
        String path,
        String name,
        String when,
        String startsAt,
        String zone,
        Choice room,
        List<Choice> items,
        List<Choice> sessions,
        boolean closed) {
    static EventSheet of(EventPage page, Instant now) {
        Event event = page.event();
        return new EventSheet(
                path(event.org(), event.id()),
                event.name(),
                Words.span(event.startsAt(), event.endsAt(), event.timeZone()),
                event.startsAt().toString(),
                event.timeZone().getId(),
                Choice.of(event.name(), "", page.room(RoomId.of(event.id()))),
                event.items().stream().map(item -> item(item, page)).toList(),
                event.sessions().stream().map(session -> session(session, page)).toList(),
                !now.isBefore(event.endsAt()));
    }

    static String path(OrgId org, EventId event) {
        return "/o/" + org + "/e/" + event;
    }

    private static Choice item(EventItem item, EventPage page) {
        return Choice.of(item.name(), Words.price(item), page.room(RoomId.of(item.id())));
    }

    private static Choice session(EventSession session, EventPage page) {
        String when = Words.span(session.startsAt(), session.endsAt(), page.event().timeZone());
        return Choice.of(session.name(), when, page.room(RoomId.of(session.id())));
    }

    /// Whether anything is so full that somebody may want to wait for it.
    boolean anyFull() {
        return room.full()
                || items.stream().anyMatch(Choice::full)
                || sessions.stream().anyMatch(Choice::full);
    }

    /// What a room is called on the page; its id when the event no longer has it.
    String called(RoomId room) {
        if (room.id().equals(this.room.id())) {
            return name;
        }
        return choice(room.id()).map(Choice::name).orElse(room.id());
    }

    Optional<Choice> choice(String id) {
        return java.util.stream.Stream.concat(items.stream(), sessions.stream())
                .filter(choice -> choice.id().equals(id))
                .findFirst();
    }

    /// Something to choose: a ticket or a session. `detail` is its price or its time.
    public record Choice(String id, String name, String detail, String seats, boolean full) {
        static Choice of(String name, String detail, Capacity room) {
            boolean full = !room.admits(1);
            return new Choice(room.room().id(), name, detail, Words.seats(room), full);
        }
    }
}
