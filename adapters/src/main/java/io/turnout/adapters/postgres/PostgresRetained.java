package io.turnout.adapters.postgres;

import io.turnout.application.retention.Retained;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.retention.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// What PostgreSQL keeps of events that are over. Counts of rooms stay: they name nobody.
public final class PostgresRetained implements Retained {
    private static final String OVER =
            """
            join event e on e.org_id = kept.org_id and e.event_id = kept.event_id
            where kept.org_id = :org and e.ends_at < now() - make_interval(secs => :period)
            """;
    private static final String REGISTRATIONS =
            " from registration kept "
                    + OVER
                    + """
                     and not exists (select from attendee a
                        join outbox o on o.org_id = a.org_id and o.attendee_id = a.attendee_id
                        where a.org_id = kept.org_id
                        and a.registration_id = kept.registration_id
                        and (o.state <> 'sent' or o.bulk_job is not null))
                    """;
    private static final String WAITLIST =
            REGISTRATIONS + " and kept.status in ('waitlisted', 'offered')";
    private static final String LINKS = " from link kept " + OVER;
    private static final String SOME = " limit :limit for update of kept skip locked";

    /// Whoever stood in line is in the count of those who do.
    private static final String LINES =
            """
            with gone as (
                select event_id, count(*) as waiting from registration
                where org_id = :org and registration_id = any(:ids) and status = 'waitlisted'
                group by event_id
            )
            update room set waiting = room.waiting - gone.waiting from gone
            where room.org_id = :org and room.room_id = gone.event_id
            """;
    private static final String ATTENDEES =
            "select attendee_id from attendee where org_id = :org and registration_id = any(:ids)";
    private static final List<String> BY_ATTENDEE =
            List.of(
                    "delete from outbox where org_id = :org and attendee_id = any(:ids)",
                    "delete from record_key where org_id = :org and record_id = any(:ids)",
                    "delete from attendee where org_id = :org and attendee_id = any(:ids)");
    private static final List<String> BY_REGISTRATION =
            List.of(
                    LINES,
                    "delete from idempotency_key where org_id = :org"
                            + " and registration_id = any(:ids)");
    private static final String REGISTRATION =
            """
            with gone as (
                delete from registration where org_id = :org and registration_id = any(:ids)
                returning link_id
            )
            select link_id from gone where link_id is not null
            """;
    private static final List<String> BY_LINK =
            List.of(
                    "delete from record_key where org_id = :org and record_id = any(:ids)",
                    "delete from minted_link where org_id = :org and link_id = any(:ids)",
                    "delete from link where org_id = :org and link_id = any(:ids)");
    private static final String ORGS =
            """
            select org_id from org_home where home = :stack and org_id > :after
            order by org_id limit :limit
            """;

    private final Gate gate;

    public PostgresRetained(Gate gate) {
        this.gate = gate;
    }

    private static String which(Kind kind) {
        return switch (kind) {
            case REGISTRATIONS -> REGISTRATIONS;
            case WAITLIST -> WAITLIST;
            case LINKS -> LINKS;
        };
    }

    private static String id(Kind kind) {
        return switch (kind) {
            case REGISTRATIONS, WAITLIST -> "kept.registration_id";
            case LINKS -> "kept.link_id";
        };
    }

    @Override
    public long overdue(OrgId org, Kind kind, Duration period) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("select count(*)" + which(kind))
                                        .bind("org", org.value())
                                        .bind("period", (double) period.toSeconds())
                                        .mapTo(Long.class)
                                        .one());
    }

    @Override
    public int delete(OrgId org, Kind kind, Duration period) {
        AtomicInteger deleted = new AtomicInteger();
        Patience.run(
                () -> {
                    deleted.set(0);
                    var _ =
                            gate.tryWrite(
                                    org, handle -> deleted.set(delete(handle, org, kind, period)));
                });
        return deleted.get();
    }

    private static int delete(Handle handle, OrgId org, Kind kind, Duration period) {
        List<UUID> ids =
                handle.createQuery("select " + id(kind) + which(kind) + SOME)
                        .bind("org", org.value())
                        .bind("period", (double) period.toSeconds())
                        .bind("limit", ROUND_MAX)
                        .mapTo(UUID.class)
                        .list();
        if (ids.isEmpty()) {
            return 0;
        }
        switch (kind) {
            case REGISTRATIONS, WAITLIST -> {
                List<UUID> attendees =
                        of(handle.createQuery(ATTENDEES), org, ids).mapTo(UUID.class).list();
                run(handle, BY_ATTENDEE, org, attendees);
                run(handle, BY_REGISTRATION, org, ids);
                LinkNews.tell(handle, org, links(handle, org, ids));
            }
            case LINKS -> {
                run(handle, BY_LINK, org, ids);
                LinkNews.tell(handle, org, ids);
            }
        }
        return ids.size();
    }

    /// The links that those came by who are deleted now.
    private static List<UUID> links(Handle handle, OrgId org, List<UUID> registrations) {
        return of(handle.createQuery(REGISTRATION), org, registrations).mapTo(UUID.class).list();
    }

    private static void run(Handle handle, List<String> all, OrgId org, List<UUID> ids) {
        for (String sql : all) {
            int _ = of(handle.createUpdate(sql), org, ids).execute();
        }
    }

    private static <S extends SqlStatement<S>> S of(S statement, OrgId org, List<UUID> ids) {
        return statement.bind("org", org.value()).bindArray("ids", UUID.class, ids);
    }

    @Override
    public List<OrgId> orgs(Optional<OrgId> after, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(ORGS)
                                        .bind("stack", gate.stack())
                                        .bind("after", after.map(OrgId::value).orElse(""))
                                        .bind("limit", limit)
                                        .map((row, _) -> new OrgId(row.getString(1)))
                                        .list());
    }
}
