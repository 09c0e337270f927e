package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Writes what a batch did to lines: who is offered seats, with what is owed for that, and how
/// each line stands.
final class LineWrite {
    private static final String OFFER =
            """
            with registrations as (
                update registration set status = 'offered',
                    offered_until = to_timestamp(new.until / 1000000.0)
                from unnest(:id, :until) as new(id, until)
                where org_id = :org and registration_id = new.id
            ), attendees as (
                update attendee set status = 'offered'
                where org_id = :org and registration_id = any(:id)
                returning attendee_id, event_id
            ), owed as (
                insert into outbox (org_id, attendee_id, event_id, owed_at, due_at)
                select :org, attendee_id, event_id, now(), now() from attendees
            )
            insert into lane (org_id, event_id)
            select :org, event from unnest(:event) as new(event) group by event order by event
            on conflict (org_id, event_id) do update set owed = true where not lane.owed
            """;
    private static final String LINES =
            """
            update room set waiting = room.waiting + line.more,
                line_due_at = case when line.rest < 0 then '-infinity'
                    else now() + make_interval(secs => line.rest) end
            from unnest(:event, :more, :rest) as line(event, more, rest)
            where org_id = :org and room_id = line.event
            """;

    private LineWrite() {}

    static void offered(Handle handle, OrgId org, List<Writes.Offered> offered) {
        Columns columns =
                new Columns()
                        .with("id", UUID.class)
                        .with("event", String.class)
                        .with("until", Long.class);
        for (Writes.Offered one : offered) {
            columns.add(
                    one.registration().value(),
                    one.event().value(),
                    ChronoUnit.MICROS.between(Instant.EPOCH, one.until()));
        }
        int _ = columns.bindTo(handle.createUpdate(OFFER)).bind("org", org.value()).execute();
    }

    static void lines(Handle handle, OrgId org, Collection<FoldedLine> lines) {
        Columns columns =
                new Columns()
                        .with("event", String.class)
                        .with("more", Integer.class)
                        .with("rest", Double.class);
        lines.forEach(line -> columns.add(line.event().value(), line.more(), line.secondsToRest()));
        int _ = columns.bindTo(handle.createUpdate(LINES)).bind("org", org.value()).execute();
    }
}
