package io.turnout.adapters.postgres;

import io.turnout.application.delivery.Outbox.LaneView;
import io.turnout.application.delivery.Outbox.RowView;
import io.turnout.application.delivery.Outbox.SetAside;
import io.turnout.application.delivery.Outbox.State;
import io.turnout.application.delivery.Trail;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How deliveries stand, for whoever watches them. Reads only.
final class OutboxViews {
    private static final String SET_ASIDE =
            """
            select * from outbox where org_id = :org and state = 'set_aside'
            order by due_at limit :limit
            """;
    private static final String LANES =
            """
            select lane.event_id, coalesce(outbound.held_reason, lane.held_reason) as held_reason,
                count(*) filter (where state = 'waiting') as waiting,
                count(*) filter (where state = 'sent') as sent,
                count(*) filter (where state = 'set_aside') as set_aside,
                min(owed_at) filter (where state = 'waiting') as oldest
            from lane
            left join outbox on outbox.org_id = lane.org_id and outbox.event_id = lane.event_id
            left join outbound on outbound.org_id = lane.org_id and held_until > now()
            where lane.org_id = :org
            group by lane.event_id, outbound.held_reason, lane.held_reason
            order by lane.event_id limit :limit
            """;
    private static final String RECENT =
            """
            select attendee_id, state, owed_at, record_id from outbox
            where org_id = :org and event_id = :event order by attendee_id desc limit :limit
            """;

    private static final String TRAIL =
            """
            select o.*, c.call_id as call, c.kind, c.attempt, c.instance, c.row_count,
                c.started_at, c.ended_at, c.outcome, c.calls_used, c.calls_of
            from outbox o
            left join call_made c on c.org_id = o.org_id and c.call_id = o.call_id
            where o.org_id = :org and o.attendee_id = :id
            """;

    private final Gate gate;
    private final OutboxSeal seal;

    OutboxViews(Gate gate, OutboxSeal seal) {
        this.gate = gate;
        this.seal = seal;
    }

    List<SetAside> setAside(OrgId org, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(SET_ASIDE)
                                        .bind("org", org.value())
                                        .bind("limit", limit)
                                        .map((row, _) -> setAside(org, row))
                                        .list());
    }

    private SetAside setAside(OrgId org, ResultSet row) throws SQLException {
        AttendeeId attendee = new AttendeeId(row.getObject("attendee_id", UUID.class));
        String[] fields = (String[]) row.getArray("reason_fields").getArray();
        return new SetAside(
                attendee,
                new EventId(row.getString("event_id")),
                row.getString("reason_code"),
                seal.open(org, attendee, row.getBytes("reason_words")),
                List.of(fields),
                row.getInt("failures"),
                EventRows.instant(row, "due_at"));
    }

    List<LaneView> lanes(OrgId org, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LANES)
                                        .bind("org", org.value())
                                        .bind("limit", limit)
                                        .map((row, _) -> lane(row))
                                        .list());
    }

    private static LaneView lane(ResultSet row) throws SQLException {
        return new LaneView(
                new EventId(row.getString("event_id")),
                row.getLong("waiting"),
                row.getLong("sent"),
                row.getLong("set_aside"),
                Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("held_reason")));
    }

    List<RowView> recent(OrgId org, EventId event, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(RECENT)
                                        .bind("org", org.value())
                                        .bind("event", event.value())
                                        .bind("limit", limit)
                                        .map((row, _) -> row(row))
                                        .list());
    }

    private static RowView row(ResultSet row) throws SQLException {
        return new RowView(
                new AttendeeId(row.getObject("attendee_id", UUID.class)),
                Words.read(State.class, row.getString("state")),
                EventRows.instant(row, "owed_at"),
                Optional.ofNullable(row.getString("record_id")));
    }

    Optional<Trail> trail(OrgId org, AttendeeId attendee) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(TRAIL)
                                        .bind("org", org.value())
                                        .bind("id", attendee.value())
                                        .map((row, _) -> TrailRow.read(row))
                                        .findOne());
    }
}
