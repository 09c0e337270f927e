package io.turnout.adapters.postgres;

import io.turnout.application.waitingroom.Crowd;
import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open rooms as they were seen a moment ago, so that a registration asks no database whether
/// others wait. Of many that find it too old, one looks again and nobody waits for that; whoever
/// minds the rooms looks every second, so that it is never much older. While the database is away,
/// what was seen last stays.
public final class SeenWaitingRooms implements WaitingRooms {
    private static final Logger LOG = LoggerFactory.getLogger(SeenWaitingRooms.class);
    private static final long LIFE_NANOS = Duration.ofMillis(250).toNanos();

    private final WaitingRooms inner;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Seen seen = new Seen(Map.of(), System.nanoTime() - LIFE_NANOS);

    public SeenWaitingRooms(WaitingRooms inner) {
        this.inner = inner;
    }

    private record Seen(Map<Crowd.Door, WaitingRoom> rooms, long nanos) {}

    @Override
    public Optional<WaitingRoom> openAt(OrgId org, EventId event) {
        Seen now = seen;
        if (System.nanoTime() - now.nanos() >= LIFE_NANOS && looking.compareAndSet(false, true)) {
            try {
                now = look(now);
            } finally {
                looking.set(false);
            }
        }
        return Optional.ofNullable(now.rooms().get(new Crowd.Door(org, event)));
    }

    private Seen look(Seen before) {
        Seen now = before;
        try {
            now = new Seen(byDoor(inner.open()), System.nanoTime());
        } catch (RuntimeException e) {
            LOG.debug("the waiting rooms were not seen", e);
            now = new Seen(before.rooms(), System.nanoTime());
        }
        seen = now;
        return now;
    }

    private static Map<Crowd.Door, WaitingRoom> byDoor(List<WaitingRoom> rooms) {
        return rooms.stream()
                .collect(
                        Collectors.toMap(
                                room -> new Crowd.Door(room.id().org(), room.id().event()),
                                room -> room));
    }

    @Override
    public Optional<WaitingRoom> find(OrgId org, EventId event) {
        return inner.find(org, event);
    }

    @Override
    public List<WaitingRoom> open() {
        List<WaitingRoom> rooms = inner.open();
        seen = new Seen(byDoor(rooms), System.nanoTime());
        return rooms;
    }

    @Override
    public Optional<WaitingRoom> open(
            OrgId org, EventId event, Optional<Instant> startsAt, double pacePerSecond) {
        Optional<WaitingRoom> opened = inner.open(org, event, startsAt, pacePerSecond);
        forget();
        return opened;
    }

    @Override
    public Optional<Ticket> arrive(OrgId org, EventId event) {
        return inner.arrive(org, event);
    }

    @Override
    public Optional<WaitingRoom> change(WaitingRoomId room, UnaryOperator<WaitingRoom> rule) {
        Optional<WaitingRoom> changed = inner.change(room, rule);
        forget();
        return changed;
    }

    private void forget() {
        seen = new Seen(seen.rooms(), System.nanoTime() - LIFE_NANOS);
    }
}
