package io.turnout.application.waitingroom;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Seed;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.util.Optional;

/// How a waiting room stands, and all that is needed to check its order.
public final class ShowWaitingRoom {
    private final WaitingRooms rooms;
    private final TicketSeals seals;

    public ShowWaitingRoom(WaitingRooms rooms, TicketSeals seals) {
        this.rooms = rooms;
        this.seals = seals;
    }

    /// The open room, or the last one; none when there never was one.
    public Optional<Shown> show(OrgId org, EventId event) {
        return rooms.openAt(org, event).or(() -> rooms.find(org, event)).map(this::shown);
    }

    private Shown shown(WaitingRoom room) {
        Seed seed = seals.seed(room.id());
        return new Shown(
                room, seed.commitment(), room.started() ? Optional.of(seed) : Optional.empty());
    }

    /// A room with its commitment; the seed once it is settled who came before the start.
    public record Shown(WaitingRoom room, String commitment, Optional<Seed> seed) {}
}
