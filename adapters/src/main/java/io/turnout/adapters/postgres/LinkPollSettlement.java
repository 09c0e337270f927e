package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.LinkPolls.Minted;
import io.turnout.application.attendeelink.LinkPolls.Outcome;
import io.turnout.application.attendeelink.LinkPolls.Poll;
import io.turnout.domain.delivery.Spending;
import io.turnout.domain.publishing.PollRule;
import io.turnout.domain.registration.InviteeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/// Keeps the links that a turn made, with how far it came, and says when the next one is: at once
/// within a round, and after it as the catalogue is polled.
final class LinkPollSettlement {
    private static final double JITTER = 0.1;
    private static final String OURS =
            """
            select interval_millis, failures, wanted > settled as told,
                coalesce(nudged_at > now() - make_interval(secs => :counts), false) as nudged
            from link_poll where org_id = :org and attempt = :attempt and lease_until is not null
            for update
            """;

    /// Those that stay as they are: on their way, waiting for a person, forgotten, or told of after
    /// the org was asked.
    private static final String STAY =
            """
            select record_id from minted_link
            where org_id = :org and record_id = any(:records) and (forgotten
                or state in ('waiting', 'set_aside')
                or state = 'told' and told_at >= (select polled_at from link_poll
                    where org_id = :org))
            """;
    private static final String OWE =
            """
            with owed as (
                insert into minted_link as m (org_id, record_id, link_id, event_id, due_at)
                select :org, record, link, event, now()
                from unnest(:record, :link, :event) as new(record, link, event) order by record
                on conflict (org_id, record_id) do update set link_id = excluded.link_id,
                    event_id = excluded.event_id, due_at = now(), state = 'waiting',
                    failures = 0, reason_code = null, reason_fields = null
                returning event_id
            )
            insert into lane (org_id, event_id, owed, links_owed_at)
            select :org, event_id, false, now() from owed group by event_id order by event_id
            on conflict (org_id, event_id) do update
                set links_owed_at = coalesce(lane.links_owed_at, now())
            """;
    private static final String GO_ON =
            """
            update link_poll set lease_until = null, after_record = :next, failures = 0,
                trouble = null, failed_at = null, succeeded_at = now(),
                round_untold = round_untold or :untold,
                round_unusable = round_unusable + :unusable, next_poll_at = now()
            where org_id = :org
            """;
    private static final String END =
            """
            update link_poll set lease_until = null, after_record = null, failures = 0,
                trouble = null, failed_at = null, succeeded_at = now(), settled = heeded,
                unusable = round_unusable + :unusable, interval_millis = :interval,
                next_poll_at = now() + make_interval(secs => :wait)
            where org_id = :org
            """;
    private static final String UNTOLD = "select round_untold from link_poll where org_id = :org";
    private static final String LATER =
            """
            update link_poll set lease_until = null, after_record = null, settled = heeded,
                failures = failures + :failed, failed_at = now(), trouble = :why,
                next_poll_at = now() + make_interval(secs => :wait)
            where org_id = :org
            """;

    private final Gate gate;
    private final PollRule rule;

    LinkPollSettlement(Gate gate, PollRule rule) {
        this.gate = gate;
        this.rule = rule;
    }

    private record Before(Duration interval, int failures, boolean told, boolean nudged) {
        static Before read(ResultSet row) throws SQLException {
            return new Before(
                    Duration.ofMillis(row.getLong("interval_millis")),
                    row.getInt("failures"),
                    row.getBoolean("told"),
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
        Spending spending = PostgresCallBudget.spending(handle, poll.org());
        switch (outcome) {
            case Outcome.Read read -> read(handle, poll, before, read, spending);
            case Outcome.Unwanted(var why) -> later(handle, poll, why, 0, PollRule.LONGEST);
            case Outcome.Failed(var why) ->
                    later(handle, poll, why, 1, rule.retry(before.failures() + 1, spending));
        }
    }

    private void read(
            Handle handle, Poll poll, Before before, Outcome.Read read, Spending spending) {
        boolean found = keep(handle, poll, read.minted()) > 0;
        boolean untold = found && !before.told();
        if (read.next().isPresent()) {
            int _ =
                    handle.createUpdate(GO_ON)
                            .bind("org", poll.org().value())
                            .bind("next", read.next().map(InviteeId::value).orElseThrow())
                            .bind("untold", untold)
                            .bind("unusable", read.unusable())
                            .execute();
            return;
        }
        boolean any =
                untold
                        || handle.createQuery(UNTOLD)
                                .bind("org", poll.org().value())
                                .mapTo(Boolean.class)
                                .one();
        Duration interval = rule.next(before.interval(), before.nudged(), any, spending);
        int _ =
                handle.createUpdate(END)
                        .bind("org", poll.org().value())
                        .bind("unusable", read.unusable())
                        .bind("interval", interval.toMillis())
                        .bind("wait", jittered(interval))
                        .execute();
    }

    private static void later(Handle handle, Poll poll, String why, int failed, Duration wait) {
        int _ =
                handle.createUpdate(LATER)
                        .bind("org", poll.org().value())
                        .bind("why", why)
                        .bind("failed", failed)
                        .bind("wait", jittered(wait))
                        .execute();
    }

    private static double jittered(Duration interval) {
        double chance = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return LaneLease.seconds(interval) * chance;
    }

    /// How many are new, or are told again.
    private static int keep(Handle handle, Poll poll, List<Minted> minted) {
        Set<String> stay = stay(handle, poll, minted);
        Map<InviteeId, Minted> fresh = new HashMap<>();
        minted.stream()
                .filter(one -> !stay.contains(one.record().value()))
                .forEach(one -> fresh.put(one.record(), one));
        if (!fresh.isEmpty()) {
            LinkRows.keep(
                    handle,
                    poll.org(),
                    fresh.values().stream().map(Minted::link).toList(),
                    Optional.empty());
            owe(handle, poll, fresh.values());
        }
        return fresh.size();
    }

    private static Set<String> stay(Handle handle, Poll poll, List<Minted> minted) {
        return new HashSet<>(
                handle.createQuery(STAY)
                        .bind("org", poll.org().value())
                        .bindArray(
                                "records",
                                String.class,
                                minted.stream().map(one -> one.record().value()).toList())
                        .mapTo(String.class)
                        .list());
    }

    private static void owe(Handle handle, Poll poll, Collection<Minted> fresh) {
        Columns columns =
                new Columns()
                        .with("record", String.class)
                        .with("link", UUID.class)
                        .with("event", String.class);
        fresh.forEach(
                one ->
                        columns.add(
                                one.record().value(),
                                one.link().id().value(),
                                one.link().event().value()));
        int _ = columns.bindTo(handle.createUpdate(OWE)).bind("org", poll.org().value()).execute();
    }
}
