package io.turnout.application.waitingroom;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.flags.FlagDecisions;
import io.turnout.domain.audit.Change;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.waitingroom.Crowding;
import io.turnout.domain.waitingroom.RoomRule;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.domain.waitingroom.WaitingRoom.Status;
import java.time.Instant;
import java.util.Optional;

/// An operator opens a waiting room ahead, for a sale whose start is known.
public final class OpenWaitingRoom {
    private final WaitingRooms rooms;
    private final RoomRule rule;
    private final FlagDecisions flags;
    private final AuditTrail trail;

    public OpenWaitingRoom(
            WaitingRooms rooms, RoomRule rule, FlagDecisions flags, AuditTrail trail) {
        this.trail = trail;
        this.rooms = rooms;
        this.rule = rule;
        this.flags = flags;
    }

    /// The room as it stands, also when it was open already. Empty when the org is not at home
    /// here, or has no waiting rooms.
    public Optional<WaitingRoom> open(
            OrgId org, EventId event, Optional<Instant> startsAt, Hand hand) {
        if (!flags.isOn(Flag.WAITING_ROOM, org)) {
            return Optional.empty();
        }
        Change change =
                new RoomChange(org, event, rooms.find(org, event), Status.OPEN, startsAt).told();
        var _ = trail.append(change.by(hand));
        return rooms.open(org, event, startsAt, rule.firstPace(Crowding.NONE));
    }
}
