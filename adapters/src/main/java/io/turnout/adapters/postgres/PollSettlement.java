package io.turnout.adapters.postgres;

import io.turnout.application.publishing.CatalogPolls;
import io.turnout.application.publishing.CatalogPolls.Outcome;
import io.turnout.application.publishing.CatalogPolls.Poll;
import io.turnout.domain.delivery.Spending;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Marks;
import io.turnout.domain.publishing.PollRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Ends a poll, and says when the next one is: what the rule says, a little sooner or later, so
/// that orgs which began together do not stay together.
final class PollSettlement {
    private static final double JITTER = 0.1;
    private static final String OURS =
            """
            select interval_millis, failures, coalesce(nudged_at >
                now() - make_interval(secs => :counts), false) as nudged
            from org_poll where org_id = :org and attempt = :attempt and lease_until is not null
            for update
            """;
    private static final String READ =
            """
            update org_poll set lease_until = null, succeeded_at = now(), failed_at = null,
                failure = null, failures = 0, event_mark = :events, item_mark = :items,
                session_mark = :sessions, seen = :seen,
                deleted_mark = coalesce(cast(:deleted as timestamptz), deleted_mark),
                swept_at = case when cast(:deleted as timestamptz) is null then swept_at
                    else now() end,
                listed = coalesce(cast(:listed as bigint), listed),
                list_wanted = list_wanted + :relist, interval_millis = :interval,
                next_poll_at = case
                    when list_wanted + :relist > coalesce(cast(:listed as bigint), listed)
                    then greatest(now(), polled_at + make_interval(secs => :spacing))
                    else now() + make_interval(secs => :wait) end
            where org_id = :org
            """;
    private static final String FAILED =
            """
            update org_poll set lease_until = null, failed_at = now(), failure = :why,
                failures = failures + 1, interval_millis = :interval,
                next_poll_at = now() + make_interval(secs => :wait)
            where org_id = :org
            """;

    private final Gate gate;
    private final PollRule rule;

    PollSettlement(Gate gate, PollRule rule) {
        this.gate = gate;
        this.rule = rule;
    }

    private record Before(Duration interval, int failures, boolean nudged) {
        static Before read(ResultSet row) throws SQLException {
            return new Before(
                    Duration.ofMillis(row.getLong("interval_millis")),
                    row.getInt("failures"),
                    row.getBoolean("nudged"));
        }
    }

    void settle(Poll poll, Outcome outcome) {
        gate.jdbi()
                .useTransaction(
                        handle -> {
                            if (gate.enter(handle, poll.org()) == Gate.Entry.OK) {
                                before(handle, poll)
                                        .ifPresent(before -> settle(handle, poll, before, outcome));
                            }
                        });
    }

    private static Optional<Before> before(Handle handle, Poll poll) {
        return handle.createQuery(OURS)
                .bind("org", poll.org().value())
                .bind("attempt", poll.attempt())
                .bind("counts", LaneLease.seconds(PollRule.NUDGES_COUNT))
                .map((row, _) -> Before.read(row))
                .findOne();
    }

    private void settle(Handle handle, Poll poll, Before before, Outcome outcome) {
        Spending spending = spending(handle, poll.org());
        switch (outcome) {
            case Outcome.Failed(var why) -> {
                Duration interval = rule.retry(before.failures() + 1, spending);
                int _ =
                        handle.createUpdate(FAILED)
                                .bind("org", poll.org().value())
                                .bind("why", why)
                                .bind("interval", interval.toMillis())
                                .bind("wait", jittered(interval))
                                .execute();
            }
            case Outcome.Read read -> {
                Duration interval =
                        rule.next(before.interval(), before.nudged(), read.untold(), spending);
                read(handle, poll, read, interval);
            }
        }
    }

    private static void read(Handle handle, Poll poll, Outcome.Read read, Duration interval) {
        Marks marks = read.marks();
        int _ =
                handle.createUpdate(READ)
                        .bind("org", poll.org().value())
                        .bindByType("events", at(marks.events()), OffsetDateTime.class)
                        .bindByType("items", at(marks.items()), OffsetDateTime.class)
                        .bindByType("sessions", at(marks.sessions()), OffsetDateTime.class)
                        .bindArray("seen", String.class, read.seen())
                        .bindByType(
                                "deleted",
                                read.deletedUntil().map(PollSettlement::utc).orElse(null),
                                OffsetDateTime.class)
                        .bindByType("listed", poll.listing().orElse(null), Long.class)
                        .bind("relist", read.relist() ? 1 : 0)
                        .bind("interval", interval.toMillis())
                        .bind("spacing", LaneLease.seconds(CatalogPolls.SPACING))
                        .bind("wait", jittered(interval))
                        .execute();
    }

    private static @Nullable OffsetDateTime at(Optional<Marks.Place> place) {
        return place.map(Marks.Place::at).map(PollSettlement::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static double jittered(Duration interval) {
        double chance = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return LaneLease.seconds(interval) * chance;
    }

    private static Spending spending(Handle handle, OrgId org) {
        return PostgresCallBudget.spending(handle, org);
    }
}
