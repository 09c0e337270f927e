package io.turnout.application.waitingroom;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Crowding;
import io.turnout.domain.waitingroom.RoomRule;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.time.Instant;
import java.util.Optional;

/// An operator opens a waiting room ahead, for a sale whose start is known.
public final class OpenWaitingRoom {
    private final WaitingRooms rooms;
    private final RoomRule rule;

    public OpenWaitingRoom(WaitingRooms rooms, RoomRule rule) {
        this.rooms = rooms;
        this.rule = rule;
    }

    /// The room as it stands, also when it was open already. Empty when the org is not at home
    /// here.
    public Optional<WaitingRoom> open(OrgId org, EventId event, Optional<Instant> startsAt) {
        return rooms.open(org, event, startsAt, rule.firstPace(Crowding.NONE));
    }
}
