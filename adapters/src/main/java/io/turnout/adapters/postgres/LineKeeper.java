package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.Demand;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.Waiter;
import io.turnout.domain.registration.Waitlist;
import io.turnout.domain.registration.WaitlistRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Asks the lines of a batch while it is decided. Seats that came back are offered to those in line
/// before any newcomer behind them is heard, and at the latest when the batch ends: whatever frees
/// a seat and the offer of it are one commit, and there is no moment in between.
final class LineKeeper {
    private static final int OFFERS_MAX = 256;

    /// Those for whom the seats that are free now would do, each for itself, first come first. Who
    /// wants a room that the event has no more holds up nobody.
    private static final String FITTING =
            """
            select registration_id, wanted_rooms, wanted_seats from registration
            where org_id = :org and event_id = :event and status = 'waitlisted'
            and registration_id <> all(:gone) and wanted_rooms <@ cast(:rooms as text[])
            and not exists (
                select from unnest(wanted_rooms, wanted_seats) as wanted(room, seats)
                join unnest(:room, :free) as counted(room, free) using (room)
                where wanted.seats > counted.free)
            order by ticket limit :max
            """;
    private static final String OVER =
            """
            select registration_id from registration
            where org_id = :org and event_id = :event and status = 'offered'
            and offered_until <= now() order by offered_until limit :max
            """;

    private final Handle handle;
    private final Fold fold;
    private final Set<EventId> whole;
    private final WaitlistRule rule;

    /// For one batch. Of the events in `whole`, all rooms are locked.
    LineKeeper(Handle handle, Fold fold, Set<EventId> whole, WaitlistRule rule) {
        this.handle = handle;
        this.fold = fold;
        this.whole = whole;
        this.rule = rule;
    }

    /// Hears one ask, after those in line if it comes for seats.
    void hear(Ask<?> ask) {
        switch (ask.task()) {
            case Task.Register _, Task.Keep _ -> serve(ask.task().event());
            case Task.Tend _ -> endOffers(ask.task().event());
            case Task.Cancel _, Task.Release _, Task.Accept _ -> {
                // It wants nothing that others wait for.
            }
        }
        fold.consider(ask);
    }

    /// Offers what is free after all were heard.
    void serveAll() {
        fold.lines().forEach(line -> serve(line.event()));
    }

    private void serve(EventId event) {
        fold.line(event).filter(FoldedLine::mayBeAsked).ifPresent(this::serve);
    }

    private void serve(FoldedLine line) {
        if (!fold.open(line.event())) {
            line.unsettled();
            return;
        }
        Map<RoomId, Capacity> rooms = fold.rooms(line.event());
        List<Waiter> waiters = new ArrayList<>();
        Capacity event = rooms.get(RoomId.of(line.event()));
        if (event != null && event.admits(1)) {
            waiters.addAll(fitting(line, rooms));
        }
        boolean all = waiters.size() < OFFERS_MAX && (line.isNew() || whole.contains(line.event()));
        waiters.addAll(all ? line.joined() : List.of());
        fold.offer(line, Waitlist.promote(waiters, rooms), rule);
        if (all) {
            line.settled();
        } else {
            line.unsettled();
        }
    }

    private List<Waiter> fitting(FoldedLine line, Map<RoomId, Capacity> rooms) {
        if (!whole.contains(line.event())) {
            return List.of();
        }
        Columns free = new Columns().with("room", String.class).with("free", Integer.class);
        Map<String, RoomId> ids = new TreeMap<>();
        for (Capacity room : rooms.values()) {
            ids.put(room.room().id(), room.room());
            room.remaining().ifPresent(left -> free.add(room.room().id(), left));
        }
        return free.bindTo(handle.createQuery(FITTING))
                .bind("org", fold.org().value())
                .bind("event", line.event().value())
                .bindArray(
                        "gone",
                        UUID.class,
                        line.gone().stream().map(RegistrationId::value).toList())
                .bindArray("rooms", String.class, ids.keySet())
                .bind("max", OFFERS_MAX)
                .map((row, _) -> waiter(row, ids))
                .list();
    }

    private static Waiter waiter(ResultSet row, Map<String, RoomId> ids) throws SQLException {
        String[] rooms = (String[]) row.getArray("wanted_rooms").getArray();
        Integer[] counts = (Integer[]) row.getArray("wanted_seats").getArray();
        Map<RoomId, Integer> seats = new TreeMap<>();
        for (int i = 0; i < rooms.length; i++) {
            seats.put(Objects.requireNonNull(ids.get(rooms[i]), "asked for"), counts[i]);
        }
        return new Waiter(
                new RegistrationId(row.getObject("registration_id", UUID.class)),
                new Demand(new TreeMap<>(seats)));
    }

    private void endOffers(EventId event) {
        List<RegistrationId> over =
                handle.createQuery(OVER)
                        .bind("org", fold.org().value())
                        .bind("event", event.value())
                        .bind("max", OFFERS_MAX)
                        .map((row, _) -> new RegistrationId(row.getObject(1, UUID.class)))
                        .list();
        RegistrationRows.read(handle, fold.org(), over).values().forEach(fold::lapse);
    }
}
