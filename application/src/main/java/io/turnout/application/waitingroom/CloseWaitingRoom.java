package io.turnout.application.waitingroom;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.WaitingRoom;

/// An operator lets everybody in.
public final class CloseWaitingRoom {
    private final WaitingRooms rooms;

    public CloseWaitingRoom(WaitingRooms rooms) {
        this.rooms = rooms;
    }

    /// Whether there was anybody to let in: false when no room was open.
    public boolean close(OrgId org, EventId event) {
        return rooms.find(org, event)
                .filter(WaitingRoom::isOpen)
                .flatMap(room -> rooms.change(room.id(), WaitingRoom::closed))
                .isPresent();
    }
}
