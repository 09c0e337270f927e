package io.turnout.adapters.postgres;

import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Front;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Waiting rooms in PostgreSQL: one row each, which changes only under its lock.
public final class PostgresWaitingRooms implements WaitingRooms {
    private static final String ONE =
            WaitingRoomRow.READ + " where r.org_id = :org and r.event_id = :event";
    private static final String OPEN =
            WaitingRoomRow.READ
                    + """
                     join org_home using (org_id)
                    where r.status = 'open' and home = :stack
                    order by r.org_id, r.event_id limit :limit
                    """;
    private static final String LOCK =
            """
            select epoch from waiting_room
            where org_id = :org and event_id = :event and epoch = :epoch and status = 'open'
            for update
            """;
    private static final String BEGIN =
            """
            insert into waiting_room as r
                (org_id, event_id, epoch, status, starts_at, early, last_at, pace)
            select :org, :event, 1, 'open', start, case when start <= now() then 0 end,
                date_trunc('milliseconds', now()), :pace
            from coalesce(cast(:start as timestamptz), date_trunc('milliseconds', now()))
                as new(start)
            on conflict (org_id, event_id) do update set epoch = r.epoch + 1, status = 'open',
                starts_at = excluded.starts_at, issued = 0, early = excluded.early,
                last_at = excluded.last_at, pace = excluded.pace, sold_out_kind = null,
                sold_out_id = null
            where r.status = 'closed'
            """;
    private static final String FORGET =
            """
            delete from waiting_call c using waiting_room r
            where c.org_id = :org and c.event_id = :event and r.org_id = c.org_id
            and r.event_id = c.event_id and c.epoch < r.epoch
            """;
    private static final String KEEP =
            """
            update waiting_room set status = :status, early = :early, pace = :pace,
                sold_out_kind = :kind, sold_out_id = :room
            where org_id = :org and event_id = :event
            """;
    private static final String CALL =
            """
            insert into waiting_call (org_id, event_id, epoch, upto, called_at)
            values (:org, :event, :epoch, :upto, :at)
            """;
    private static final String FORGET_CALLS =
            """
            delete from waiting_call
            where org_id = :org and event_id = :event and epoch = :epoch and upto < :upto
            """;

    private final Gate gate;
    private final Arrivals arrivals;

    public PostgresWaitingRooms(Gate gate) {
        this.gate = gate;
        this.arrivals = new Arrivals(gate);
    }

    @Override
    public Optional<WaitingRoom> openAt(OrgId org, EventId event) {
        return find(org, event).filter(WaitingRoom::isOpen);
    }

    @Override
    public Optional<WaitingRoom> find(OrgId org, EventId event) {
        return gate.jdbi().withHandle(handle -> find(handle, org, event));
    }

    static Optional<WaitingRoom> find(Handle handle, OrgId org, EventId event) {
        return handle.createQuery(ONE)
                .bind("org", org.value())
                .bind("event", event.value())
                .map((row, _) -> WaitingRoomRow.read(row))
                .findOne();
    }

    @Override
    public List<WaitingRoom> open() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(OPEN)
                                        .bind("stack", gate.stack())
                                        .bind("limit", OPEN_MAX)
                                        .map((row, _) -> WaitingRoomRow.read(row))
                                        .list());
    }

    @Override
    public Optional<WaitingRoom> open(
            OrgId org, EventId event, Optional<Instant> startsAt, double pacePerSecond) {
        return inside(
                org,
                handle -> {
                    int _ =
                            handle.createUpdate(BEGIN)
                                    .bind("org", org.value())
                                    .bind("event", event.value())
                                    .bind("start", startsAt.map(Instant::toString).orElse(null))
                                    .bind("pace", pacePerSecond)
                                    .execute();
                    run(handle, FORGET, org, event);
                    return find(handle, org, event);
                });
    }

    private Optional<WaitingRoom> inside(OrgId org, Function<Handle, Optional<WaitingRoom>> work) {
        return Patience.with(
                () ->
                        gate.jdbi()
                                .inTransaction(
                                        handle ->
                                                gate.enter(handle, org) == Gate.Entry.OK
                                                        ? work.apply(handle)
                                                        : Optional.empty()));
    }

    private static void run(Handle handle, String sql, OrgId org, EventId event) {
        int _ =
                handle.createUpdate(sql)
                        .bind("org", org.value())
                        .bind("event", event.value())
                        .execute();
    }

    @Override
    public Optional<Ticket> arrive(OrgId org, EventId event) {
        return arrivals.arrive(org, event);
    }

    @Override
    public Optional<WaitingRoom> change(WaitingRoomId id, UnaryOperator<WaitingRoom> rule) {
        return inside(
                id.org(),
                handle ->
                        lock(handle, id)
                                .map(
                                        before -> {
                                            WaitingRoom after = rule.apply(before);
                                            keep(handle, before, after);
                                            return after;
                                        }));
    }

    /// Locks first and reads then, in a later statement, so that nothing is missed.
    private static Optional<WaitingRoom> lock(Handle handle, WaitingRoomId id) {
        return handle.createQuery(LOCK)
                .bind("org", id.org().value())
                .bind("event", id.event().value())
                .bind("epoch", id.epoch())
                .mapTo(Long.class)
                .findOne()
                .flatMap(_ -> find(handle, id.org(), id.event()));
    }

    private static void keep(Handle handle, WaitingRoom before, WaitingRoom after) {
        if (after.equals(before)) {
            return;
        }
        WaitingRoomId id = after.id();
        int _ =
                handle.createUpdate(KEEP)
                        .bind("org", id.org().value())
                        .bind("event", id.event().value())
                        .bind("status", Words.of(after.status()))
                        .bind("early", boxed(after.numbers().early()))
                        .bind("pace", after.front().perSecond())
                        .bind(
                                "kind",
                                after.soldOut().map(room -> Words.of(room.kind())).orElse(null))
                        .bind("room", after.soldOut().map(RoomId::id).orElse(null))
                        .execute();
        after.front().calls().stream()
                .filter(call -> call.upTo() > before.front().called())
                .forEach(call -> call(handle, id, call));
        if (!after.front().calls().isEmpty()) {
            int _ =
                    handle.createUpdate(FORGET_CALLS)
                            .bind("org", id.org().value())
                            .bind("event", id.event().value())
                            .bind("epoch", id.epoch())
                            .bind("upto", after.front().calls().getFirst().upTo())
                            .execute();
        }
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static void call(Handle handle, WaitingRoomId id, Front.Call call) {
        int _ =
                handle.createUpdate(CALL)
                        .bind("org", id.org().value())
                        .bind("event", id.event().value())
                        .bind("epoch", id.epoch())
                        .bind("upto", call.upTo())
                        .bind("at", OffsetDateTime.ofInstant(call.at(), ZoneOffset.UTC))
                        .execute();
    }
}
