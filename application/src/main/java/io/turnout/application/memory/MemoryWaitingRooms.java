package io.turnout.application.memory;

import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Waiting rooms in memory.
public final class MemoryWaitingRooms implements WaitingRooms {
    private final MemoryStore store;
    private final InstantSource clock;

    MemoryWaitingRooms(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<WaitingRoom> openAt(OrgId org, EventId event) {
        return find(org, event).filter(WaitingRoom::isOpen);
    }

    @Override
    public Optional<WaitingRoom> find(OrgId org, EventId event) {
        synchronized (store) {
            return Optional.ofNullable(store.of(org).waitingRooms.get(event))
                    .map(room -> room.seenAt(clock.instant()));
        }
    }

    @Override
    public List<WaitingRoom> open() {
        synchronized (store) {
            return store.orgs.values().stream()
                    .flatMap(tables -> tables.waitingRooms.values().stream())
                    .filter(WaitingRoom::isOpen)
                    .limit(OPEN_MAX)
                    .map(room -> room.seenAt(clock.instant()))
                    .toList();
        }
    }

    @Override
    public Optional<WaitingRoom> open(
            OrgId org, EventId event, Optional<Instant> startsAt, double pacePerSecond) {
        synchronized (store) {
            Optional<WaitingRoom> last = find(org, event);
            if (last.filter(WaitingRoom::isOpen).isPresent()) {
                return last;
            }
            Instant now = clock.instant();
            long epoch = last.map(room -> room.id().epoch()).orElse(0L) + 1;
            WaitingRoom room =
                    WaitingRoom.open(
                            new WaitingRoomId(org, event, epoch),
                            startsAt.orElse(now),
                            pacePerSecond,
                            now);
            store.of(org).waitingRooms.put(event, room);
            return Optional.of(room);
        }
    }

    @Override
    public Optional<Ticket> arrive(OrgId org, EventId event) {
        synchronized (store) {
            Optional<WaitingRoom> room = openAt(org, event);
            room.ifPresent(open -> store.of(org).waitingRooms.put(event, open.next(1)));
            return room.map(open -> open.ticket(open.numbers().issued()));
        }
    }

    @Override
    public Optional<WaitingRoom> change(WaitingRoomId id, UnaryOperator<WaitingRoom> rule) {
        synchronized (store) {
            Optional<WaitingRoom> changed =
                    openAt(id.org(), id.event()).filter(room -> room.id().equals(id)).map(rule);
            changed.ifPresent(room -> store.of(id.org()).waitingRooms.put(id.event(), room));
            return changed;
        }
    }
}
