package io.turnout.application.waitingroom;

import io.turnout.application.flags.FlagDecisions;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.waitingroom.Crowding;
import io.turnout.domain.waitingroom.RoomRule;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.time.Instant;
import java.util.Optional;

/// An operator opens a waiting room ahead, for a sale whose start is known.
public final class OpenWaitingRoom {
    private final WaitingRooms rooms;
    private final RoomRule rule;
    private final FlagDecisions flags;

    public OpenWaitingRoom(WaitingRooms rooms, RoomRule rule, FlagDecisions flags) {
        this.rooms = rooms;
        this.rule = rule;
        this.flags = flags;
    }

    /// The room as it stands, also when it was open already. Empty when the org is not at home
    /// here, or has no waiting rooms.
    public Optional<WaitingRoom> open(OrgId org, EventId event, Optional<Instant> startsAt) {
        return flags.isOn(Flag.WAITING_ROOM, org)
                ? rooms.open(org, event, startsAt, rule.firstPace(Crowding.NONE))
                : Optional.empty();
    }
}
