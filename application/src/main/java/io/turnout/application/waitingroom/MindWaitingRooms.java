package io.turnout.application.waitingroom;

import io.turnout.application.flags.FlagDecisions;
import io.turnout.application.publishing.EventPage;
import io.turnout.application.publishing.EventPages;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.waitingroom.Crowding;
import io.turnout.domain.waitingroom.RoomRule;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Looks at the crowds once, opens rooms where they are too large, and lets every open room go on.
/// Of an org that has no waiting rooms, none is opened, and one that is open is closed.
/// Every instance does so about once a second; that several do harms nothing.
public final class MindWaitingRooms {
    private final WaitingPorts ports;
    private final EventPages pages;
    private final RoomRule rule;
    private final FlagDecisions flags;

    public MindWaitingRooms(
            WaitingPorts ports, EventPages pages, RoomRule rule, FlagDecisions flags) {
        this.ports = ports;
        this.pages = pages;
        this.rule = rule;
        this.flags = flags;
    }

    /// How many rooms are open.
    public int mind() {
        Map<Crowd.Door, Crowding> seen = new HashMap<>(ports.crowd().look());
        seen.forEach(
                (door, crowding) -> {
                    if (rule.opens(crowding)
                            && flags.isOn(Flag.WAITING_ROOM, door.org())
                            && pages.find(door.org(), door.event()).isPresent()) {
                        var _ =
                                ports.rooms()
                                        .open(
                                                door.org(),
                                                door.event(),
                                                Optional.empty(),
                                                rule.firstPace(crowding));
                    }
                });
        int open = 0;
        for (WaitingRoom room : ports.rooms().open()) {
            Crowd.Door door = new Crowd.Door(room.id().org(), room.id().event());
            step(room, seen.getOrDefault(door, Crowding.NONE));
            open++;
        }
        return open;
    }

    private void step(WaitingRoom room, Crowding seen) {
        Optional<EventPage> page = pages.find(room.id().org(), room.id().event());
        boolean off = !flags.isOn(Flag.WAITING_ROOM, room.id().org());
        Optional<RoomId> full = page.flatMap(MindWaitingRooms::soldOut);
        var _ =
                ports.rooms()
                        .change(
                                room.id(),
                                now ->
                                        off || page.isEmpty() || over(page.get(), now)
                                                ? now.closed()
                                                : rule.step(now, seen, full));
    }

    private static boolean over(EventPage page, WaitingRoom room) {
        return !room.asOf().isBefore(page.event().endsAt());
    }

    /// A room without which nobody can register: the event's own, or its last item's when each is
    /// full.
    private static Optional<RoomId> soldOut(EventPage page) {
        RoomId event = RoomId.of(page.event().id());
        if (!page.room(event).admits(1)) {
            return Optional.of(event);
        }
        boolean every =
                !page.event().items().isEmpty()
                        && page.event().items().stream()
                                .map(EventItem::id)
                                .noneMatch(item -> page.room(RoomId.of(item)).admits(1));
        return every
                ? Optional.of(RoomId.of(page.event().items().getLast().id()))
                : Optional.empty();
    }
}
