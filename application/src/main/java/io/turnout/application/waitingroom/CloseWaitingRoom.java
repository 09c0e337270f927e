package io.turnout.application.waitingroom;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.Change;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.domain.waitingroom.WaitingRoom.Status;
import java.util.Optional;

/// An operator lets everybody in.
public final class CloseWaitingRoom {
    private final WaitingRooms rooms;
    private final AuditTrail trail;

    public CloseWaitingRoom(WaitingRooms rooms, AuditTrail trail) {
        this.rooms = rooms;
        this.trail = trail;
    }

    /// Whether there was anybody to let in: false when no room was open.
    public boolean close(OrgId org, EventId event, Hand hand) {
        Optional<WaitingRoom> open = rooms.find(org, event).filter(WaitingRoom::isOpen);
        if (open.isPresent()) {
            Change change =
                    new RoomChange(org, event, open, Status.CLOSED, Optional.empty()).told();
            var _ = trail.append(change.by(hand));
        }
        return open.flatMap(room -> rooms.change(room.id(), WaitingRoom::closed)).isPresent();
    }
}
