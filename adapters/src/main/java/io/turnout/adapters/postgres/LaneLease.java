package io.turnout.adapters.postgres;

import io.turnout.application.delivery.Outbox;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Who may call for a lane: taken, kept and given back by its attempt.
final class LaneLease {
    private static final String HAS_ROOM =
            """
            select calls_max > (select count(*) from lane
                where lane.org_id = :org and lease_until > now())
            from outbound where org_id = :org and held_until <= now() for update skip locked
            """;
    private static final String CLAIM =
            """
            update lane set attempt = attempt + 1, claimed_by = :me,
                lease_until = clock_timestamp() + make_interval(secs => :lease),
                next_call_at = clock_timestamp() + greatest(make_interval(secs => :pace),
                    (select make_interval(secs => pace_millis / 1000.0)
                        from outbound where org_id = :org))
            where org_id = :org and event_id = :event and owed and next_call_at <= now()
            and (lease_until is null or lease_until <= now())
            returning attempt
            """;
    /// Counts do not use up the pace of attendees, whom somebody waits for.
    private static final String CLAIM_FOR_COUNTS =
            """
            update lane set attempt = attempt + 1, claimed_by = :me,
                lease_until = clock_timestamp() + make_interval(secs => :lease)
            where org_id = :org and event_id = :event and counts_owed_at <= now()
            and next_call_at <= now() and (lease_until is null or lease_until <= now())
            returning attempt
            """;
    /// Links have a pace of their own, so that attendees get in between.
    private static final String CLAIM_FOR_LINKS =
            """
            update lane set attempt = attempt + 1, claimed_by = :me,
                lease_until = clock_timestamp() + make_interval(secs => :lease),
                links_owed_at = clock_timestamp() + greatest(make_interval(secs => :pace),
                    (select make_interval(secs => pace_millis / 1000.0)
                        from outbound where org_id = :org))
            where org_id = :org and event_id = :event and links_owed_at <= now()
            and next_call_at <= now() and (lease_until is null or lease_until <= now())
            returning attempt
            """;
    private static final String RENEW =
            """
            update lane set lease_until = clock_timestamp() + make_interval(secs => :lease)
            where org_id = :org and event_id = :event and attempt = :attempt
            and lease_until is not null
            """;
    private static final String RELEASE =
            """
            with never_made as (
                delete from call_made using lane where call_made.org_id = :org
                and lane.org_id = :org and lane.event_id = :event and lane.attempt = :attempt
                and call_made.call_id = lane.call_id and ended_at is null
            )
            update lane set lease_until = null, next_call_at = now()
            where org_id = :org and event_id = :event and attempt = :attempt
            """;

    private final Gate gate;
    private final String instance;

    LaneLease(Gate gate, String instance) {
        this.gate = gate;
        this.instance = instance;
    }

    /// Takes the lane, unless somebody has it or the org has all its calls in flight. The row of
    /// `outbound` is locked first, so that two instances count the same calls.
    Optional<Lease> claim(Handle handle, OrgId org, EventId event, Duration pace) {
        if (!hasRoom(handle, org)) {
            return Optional.empty();
        }
        return attempt(handle.createQuery(CLAIM).bind("pace", seconds(pace)), org, event);
    }

    /// The same for the counts of its rooms.
    Optional<Lease> claimForCounts(Handle handle, OrgId org, EventId event) {
        return hasRoom(handle, org)
                ? attempt(handle.createQuery(CLAIM_FOR_COUNTS), org, event)
                : Optional.empty();
    }

    /// The same for the addresses of its links.
    Optional<Lease> claimForLinks(Handle handle, OrgId org, EventId event, Duration pace) {
        return hasRoom(handle, org)
                ? attempt(
                        handle.createQuery(CLAIM_FOR_LINKS).bind("pace", seconds(pace)), org, event)
                : Optional.empty();
    }

    private static boolean hasRoom(Handle handle, OrgId org) {
        return handle.createQuery(HAS_ROOM)
                .bind("org", org.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    private Optional<Lease> attempt(Query claim, OrgId org, EventId event) {
        return claim.bind("me", instance)
                .bind("lease", seconds(Outbox.LEASE))
                .bind("org", org.value())
                .bind("event", event.value())
                .mapTo(Long.class)
                .findOne()
                .map(attempt -> new Lease(org, event, attempt));
    }

    boolean renew(Lease lease) {
        return write(lease, RENEW, true);
    }

    void release(Lease lease) {
        boolean _ = write(lease, RELEASE, false);
    }

    private boolean write(Lease lease, String sql, boolean extended) {
        return gate.jdbi()
                .inTransaction(
                        handle -> {
                            if (gate.enter(handle, lease.org()) != Gate.Entry.OK) {
                                return false;
                            }
                            var update = handle.createUpdate(sql);
                            if (extended) {
                                update.bind("lease", seconds(Outbox.LEASE));
                            }
                            return update.bind("org", lease.org().value())
                                            .bind("event", lease.event().value())
                                            .bind("attempt", lease.attempt())
                                            .execute()
                                    == 1;
                        });
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
