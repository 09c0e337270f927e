package io.turnout.adapters.postgres;

import io.turnout.domain.delivery.Backoff;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.Patience;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/// What a call means for its lane and its org: when the next one may start, how heavy it may be,
/// and how many may run at once (additive increase, multiplicative decrease).
final class LaneVerdict {
    private static final Backoff AWAY = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final Backoff CROWDED =
            new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(60));
    /// Until somebody finds the org's fields as they are needed, or else for this long.
    private static final Duration DRIFTED = Duration.ofHours(1);
    private static final Duration BARRED = Duration.ofMinutes(1);
    private static final Duration UNAFFORDABLE = Duration.ofMinutes(1);
    private static final Duration SPENT = Duration.ofMinutes(15);

    /// A call that took longer than five seconds was too much; the next one is lighter.
    /// A lane that owes nothing is looked at no more. Whoever owes again locks its row to say so,
    /// and so has the settlement: of the two, the later one sees what the earlier one wrote.
    private static final String WENT_WELL =
            """
            update lane set lease_until = null, failures = 0, held_reason = null,
                drifted_at = null,
                rows_max = case when exists (select from call_made
                        where call_made.org_id = :org and call_made.call_id = lane.call_id
                        and ended_at - started_at > interval '5 seconds')
                    then greatest(25, rows_max / 2) else least(200, rows_max * 2) end,
                owed = exists (select from outbox where org_id = :org and event_id = :event
                    and state = 'waiting' and bulk_job is null),
                counts_owed_at = coalesce(counts_owed_at, now())
            where org_id = :org and event_id = :event
            """;
    private static final String HOLD_LANE =
            """
            update lane set lease_until = null, failures = failures + 1, held_reason = :why,
                rows_max = least(rows_max, greatest(:least, rows_max / :part)),
                next_call_at = now() + make_interval(secs => :wait)
            where org_id = :org and event_id = :event
            """;
    private static final String DRIFT =
            "update lane set drifted_at = now() where org_id = :org and event_id = :event";
    private static final String FREE_LANE =
            """
            update lane set lease_until = null, next_call_at = now()
            where org_id = :org and event_id = :event
            """;
    private static final String LANE_FAILURES =
            "select failures from lane where org_id = :org and event_id = :event";
    private static final String HOLD_ORG =
            """
            update outbound set held_until = now() + make_interval(secs => :wait),
                held_reason = :why
            where org_id = :org
            """;
    private static final String FEWER_CALLS =
            "update outbound set calls_max = greatest(1, calls_max / 2) where org_id = :org";
    private static final String MORE_CALLS =
            """
            update outbound set calls_max = least(4, calls_max + 1), held_reason = null
            where org_id = :org and (calls_max < :most or held_reason is not null)
            """;
    private static final String HOLD_INSERTS =
            """
            update outbound set inserts_held_until = now() + interval '15 minutes'
            where org_id = :org
            """;
    private static final int CALLS_AT_REST = 2;
    private static final int CALLS_WITH_BACKLOG = 4;
    private static final int FULL_CALL = 200;

    private final Handle handle;
    private final Lease lease;

    private LaneVerdict(Handle handle, Lease lease) {
        this.handle = handle;
        this.lease = lease;
    }

    static void write(Handle handle, Lease lease, Receipt receipt) {
        LaneVerdict verdict = new LaneVerdict(handle, lease);
        switch (receipt) {
            case Receipt.Answered answered -> verdict.answered(answered);
            case Receipt.Away(var why) -> verdict.holdLane(why, AWAY, Lighter.A_LITTLE);
            case Receipt.Crowded(var why) -> {
                verdict.org(FEWER_CALLS);
                verdict.holdLane(why, CROWDED, Lighter.NOT);
            }
            case Receipt.TooHeavy(var why) -> verdict.holdLane(why, AWAY, Lighter.MUCH);
            case Receipt.Drifted(var why) -> {
                verdict.holdLane(why, always(DRIFTED), Lighter.NOT);
                verdict.lane(DRIFT);
            }
            case Receipt.Unaffordable(var why) ->
                    verdict.holdLane(why, always(UNAFFORDABLE), Lighter.NOT);
            case Receipt.Spent(var why) -> verdict.holdOrg(why, SPENT);
            case Receipt.Barred(var why) -> verdict.holdOrg(why, BARRED);
        }
    }

    private static Backoff always(Duration wait) {
        return new Backoff(wait, wait);
    }

    private void answered(Receipt.Answered answered) {
        lane(WENT_WELL);
        if (answered.rows().stream().anyMatch(answer -> waits(answer, Patience.STORAGE))) {
            org(HOLD_INSERTS);
        }
        if (answered.rows().stream().anyMatch(answer -> waits(answer, Patience.LOCK))) {
            org(FEWER_CALLS);
            return;
        }
        int most = answered.rows().size() < FULL_CALL ? CALLS_AT_REST : CALLS_WITH_BACKLOG;
        int _ =
                handle.createUpdate(MORE_CALLS)
                        .bind("org", lease.org().value())
                        .bind("most", most)
                        .execute();
    }

    private static boolean waits(RowAnswer answer, Patience patience) {
        return answer instanceof RowAnswer.Wait(_, var how) && how == patience;
    }

    /// How much lighter the next call shall be. Who does not answer may be overwhelmed, so a lane
    /// grows lighter then too, but not to single rows: most who do not answer are just away.
    private enum Lighter {
        NOT(1, 1),
        A_LITTLE(2, 25),
        MUCH(2, 1);

        private final int part;
        private final int least;

        Lighter(int part, int least) {
            this.part = part;
            this.least = least;
        }
    }

    private void holdLane(String why, Backoff backoff, Lighter lighter) {
        int failures =
                handle.createQuery(LANE_FAILURES)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .mapTo(Integer.class)
                        .one();
        double chance = ThreadLocalRandom.current().nextDouble();
        int _ =
                handle.createUpdate(HOLD_LANE)
                        .bind("why", why)
                        .bind("part", lighter.part)
                        .bind("least", lighter.least)
                        .bind("wait", LaneLease.seconds(backoff.after(failures + 1, chance)))
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .execute();
    }

    private void holdOrg(String why, Duration wait) {
        lane(FREE_LANE);
        int _ =
                handle.createUpdate(HOLD_ORG)
                        .bind("why", why)
                        .bind("wait", LaneLease.seconds(wait))
                        .bind("org", lease.org().value())
                        .execute();
    }

    private void lane(String sql) {
        int _ =
                handle.createUpdate(sql)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .execute();
    }

    private void org(String sql) {
        int _ = handle.createUpdate(sql).bind("org", lease.org().value()).execute();
    }
}
