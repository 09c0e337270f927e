package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Writes what a batch decided, each kind of row in one statement, the counts last.
final class BatchWrite {
    static final String CHANNEL = "turnout_seats";

    private static final String HOLD =
            """
            with holds as (
                insert into hold (org_id, hold_id, event_id, lines, expires_at, status)
                select :org, id, event, cast(lines as jsonb), now() + make_interval(secs => life),
                    'active'
                from unnest(:id, :event, :lines, :life) as new(id, event, lines, life)
            )
            insert into idempotency_key (org_id, key_digest, request_digest, hold_id, created_at)
            select :org, key, request, id, now()
            from unnest(:id, :key, :request) as new(id, key, request)
            """;
    private static final String END_HOLD =
            """
            update hold set status = ended.status
            from unnest(:id, :status) as ended(id, status)
            where org_id = :org and hold_id = ended.id
            """;
    /// Of who only stood in line, nothing was ever owed, and nothing is.
    private static final String CHANGE =
            """
            with registrations as (
                update registration set status = new.status
                from unnest(:registration, :status) as new(id, status)
                where org_id = :org and registration_id = new.id
                returning link_id
            ), attendees as (
                update attendee set status = new.status
                from unnest(:registration, :status) as new(id, status)
                where org_id = :org and registration_id = new.id
                returning attendee_id
            ), owed as (
                update outbox set version = version + 1, state = 'waiting', owed_at = now(),
                    due_at = now(), failures = 0, reason_code = null, reason_fields = null,
                    reason_words = null
                where org_id = :org and attendee_id in (select attendee_id from attendees)
                returning event_id
            ), lanes as (
                insert into lane (org_id, event_id)
                select :org, event_id from owed group by event_id order by event_id
                on conflict (org_id, event_id) do update set owed = true where not lane.owed
            )
            select link_id from registrations where link_id is not null
            """;
    private static final String COUNT =
            """
            update room set held = room.held + more.held, taken = room.taken + more.taken,
                ceiling = case when seats is null then null else
                    least(ceiling, greatest(seats,
                        room.held + more.held + room.taken + more.taken)) end
            from unnest(:room, :held, :taken) as more(id, held, taken)
            where org_id = :org and room_id = more.id
            """;
    private static final String NOTIFY = "select pg_notify(:channel, :rooms)";

    private final Handle handle;
    private final OrgId org;

    private BatchWrite(Handle handle, OrgId org) {
        this.handle = handle;
        this.org = org;
    }

    static void write(Handle handle, Fold fold) {
        List<FoldedLine> lines = fold.lines().stream().filter(FoldedLine::touched).toList();
        if (fold.writes().none() && lines.isEmpty()) {
            return;
        }
        BatchWrite write = new BatchWrite(handle, fold.org());
        Writes writes = fold.writes();
        if (!writes.registered().isEmpty()) {
            RegistrationWrite.write(handle, fold.org(), writes.registered());
        }
        if (!writes.held().isEmpty()) {
            write.held(writes.held());
        }
        if (!writes.used().isEmpty()) {
            TicketWrite.write(handle, fold.org(), writes.used());
        }
        if (!writes.offered().isEmpty()) {
            LineWrite.offered(handle, fold.org(), writes.offered());
        }
        if (!writes.changed().isEmpty()) {
            write.changed(writes.changed());
        }
        if (!writes.ended().isEmpty()) {
            write.ended(writes.ended());
        }
        if (!lines.isEmpty()) {
            LineWrite.lines(handle, fold.org(), lines);
        }
        write.counts(fold.before(), fold.after());
    }

    private void held(List<Writes.Held> held) {
        Columns columns =
                new Columns()
                        .with("id", UUID.class)
                        .with("event", String.class)
                        .with("lines", String.class)
                        .with("life", Double.class)
                        .with("key", byte[].class)
                        .with("request", byte[].class);
        for (Writes.Held one : held) {
            columns.add(
                    one.hold().id().value(),
                    one.hold().event().value(),
                    HoldRows.json(one.hold().lines()),
                    (double) Hold.LIFE.toSeconds(),
                    KeyPrint.bytes(one.task().keyPrint().key()),
                    KeyPrint.bytes(one.task().keyPrint().request()));
        }
        int _ = columns.bindTo(handle.createUpdate(HOLD)).bind("org", org.value()).execute();
    }

    private void ended(Collection<Hold> ended) {
        Columns columns = new Columns().with("id", UUID.class).with("status", String.class);
        ended.forEach(hold -> columns.add(hold.id().value(), Words.of(hold.status())));
        int _ = columns.bindTo(handle.createUpdate(END_HOLD)).bind("org", org.value()).execute();
    }

    private void changed(List<Registration> changed) {
        Columns columns =
                new Columns().with("registration", UUID.class).with("status", String.class);
        last(changed).forEach((id, status) -> columns.add(id.value(), Words.of(status)));
        List<UUID> links =
                columns.bindTo(handle.createQuery(CHANGE))
                        .bind("org", org.value())
                        .mapTo(UUID.class)
                        .list();
        LinkNews.tell(handle, org, links);
    }

    /// What each registration became in the end: one may be accepted and given up in one batch.
    private static Map<RegistrationId, RegistrationStatus> last(List<Registration> changed) {
        Map<RegistrationId, RegistrationStatus> last = new LinkedHashMap<>();
        changed.forEach(one -> last.put(one.id(), one.status()));
        return last;
    }

    private void counts(Map<RoomId, Capacity> before, Map<RoomId, Capacity> after) {
        Columns columns =
                new Columns()
                        .with("room", String.class)
                        .with("held", Integer.class)
                        .with("taken", Integer.class);
        before.forEach(
                (room, was) -> {
                    Capacity is = after.getOrDefault(room, was);
                    if (!is.equals(was)) {
                        columns.add(room.id(), is.held() - was.held(), is.taken() - was.taken());
                    }
                });
        int _ = columns.bindTo(handle.createUpdate(COUNT)).bind("org", org.value()).execute();
        tellOfFreeSeats(before, after);
    }

    /// A room that was full and is not: who answers from memory must look again.
    private void tellOfFreeSeats(Map<RoomId, Capacity> before, Map<RoomId, Capacity> after) {
        String freed =
                before.entrySet().stream()
                        .filter(room -> !room.getValue().admits(1))
                        .filter(
                                room ->
                                        after.getOrDefault(room.getKey(), room.getValue())
                                                .admits(1))
                        .map(room -> room.getKey().kind() + ":" + room.getKey().id())
                        .collect(Collectors.joining(" "));
        if (!freed.isEmpty()) {
            var _ =
                    handle.createQuery(NOTIFY)
                            .bind("channel", CHANNEL)
                            .bind("rooms", org + " " + freed)
                            .mapTo(String.class)
                            .one();
        }
    }
}
