package io.turnout.application.waitingroom;

import io.turnout.domain.waitingroom.WaitingRoom;
import java.util.List;

/// Where visitors wait now.
public final class ListWaitingRooms {
    private final WaitingRooms rooms;

    public ListWaitingRooms(WaitingRooms rooms) {
        this.rooms = rooms;
    }

    public List<WaitingRoom> list() {
        return rooms.open();
    }
}
