package io.turnout.adapters.postgres;

import io.turnout.application.rollout.OrgHealth;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Figures;
import io.turnout.domain.rollout.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// How requests fare, counted in this process and added up in PostgreSQL by org and minute. Only
/// orgs that are at home here are counted, so that nobody fills it with ids that are none.
public final class PostgresOrgHealth implements OrgHealth {
    private static final int COUNTS = Figures.BOUNDS.size() + 1;
    private static final int REQUESTS = COUNTS;
    private static final int ERRORS = COUNTS + 1;
    private static final int CELLS = COUNTS + 2;

    private static final String KNOWN =
            "select org_id from org_home where home = :stack order by org_id limit :limit";

    /// `latencies` is what programs before count in; a row of theirs is left out of the percentile.
    private static final String ADD =
            """
            insert into org_measure as m
                (org, minute, requests, errors, latencies, answer_times, seen_at)
            values (:org, date_trunc('minute', clock_timestamp()), :requests, :errors,
                array_fill(0::bigint, array[14]), :latencies, clock_timestamp())
            on conflict (org, minute) do update set requests = m.requests + excluded.requests,
                errors = m.errors + excluded.errors, seen_at = excluded.seen_at,
                answer_times = (select array_agg(coalesce(was, 0) + more order by i)
                    from unnest(m.answer_times, excluded.answer_times)
                        with ordinality as u(was, more, i))
            """;
    private static final String FORGET =
            "delete from org_measure where minute < clock_timestamp() - :kept";
    static final String BUCKETS =
            IntStream.rangeClosed(1, COUNTS)
                    .mapToObj("coalesce(sum(answer_times[%1$d]), 0) as l%1$d"::formatted)
                    .collect(Collectors.joining(", "));

    private static final String MEASURED =
            "select coalesce(sum(requests), 0) as requests, coalesce(sum(errors), 0) as errors, "
                    + BUCKETS
                    + ", max(seen_at) as newest from org_measure"
                    + " where org = any(:orgs) and minute between :from and :to";

    /// Of each lane the row that is due next, which is the oldest or was tried.
    private static final String BACKLOG =
            """
            select coalesce(extract(epoch from clock_timestamp() - min(o.owed_at)), 0) as seconds
            from lane l cross join lateral (
                select owed_at from outbox
                where org_id = l.org_id and event_id = l.event_id and state = 'waiting'
                order by due_at limit 1) o
            where l.org_id = any(:orgs) and l.owed
            """;
    private static final String BUDGET =
            """
            select coalesce(max(least(1, calls_used::double precision / calls_of)), 0) as used
            from outbound where org_id = any(:orgs) and calls_of > 0
            """;

    private final Gate gate;
    private final Map<OrgId, AtomicLongArray> noted = new ConcurrentHashMap<>();
    private volatile Set<OrgId> known = Set.of();

    public PostgresOrgHealth(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void note(OrgId org, boolean failed, long millis) {
        if (known.contains(org)) {
            AtomicLongArray cells = noted.computeIfAbsent(org, _ -> new AtomicLongArray(CELLS));
            long _ = cells.incrementAndGet(REQUESTS);
            if (failed) {
                long _ = cells.incrementAndGet(ERRORS);
            }
            long _ = cells.incrementAndGet(Figures.bucket(millis));
        }
    }

    /// One org after another by their ids, as every instance does, so that none waits in a circle.
    @Override
    public void flush() {
        gate.jdbi()
                .useTransaction(
                        handle -> {
                            PreparedBatch rows = handle.prepareBatch(ADD);
                            noted.keySet().stream()
                                    .sorted(Comparator.comparing(OrgId::value))
                                    .forEach(org -> add(rows, org));
                            int[] _ = rows.execute();
                            int _ = handle.createUpdate(FORGET).bind("kept", KEPT).execute();
                            OrgStrain.keep(handle, gate.stack(), KEPT);
                        });
        known =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(KNOWN)
                                                .bind("stack", gate.stack())
                                                .bind("limit", ORGS_MAX)
                                                .map((row, _) -> new OrgId(row.getString(1)))
                                                .set());
        noted.keySet().retainAll(known);
    }

    private void add(PreparedBatch rows, OrgId org) {
        AtomicLongArray cells = noted.getOrDefault(org, new AtomicLongArray(CELLS));
        // Failures first, which were noted last: so never more failed than were asked.
        long errors = cells.getAndSet(ERRORS, 0);
        long requests = cells.getAndSet(REQUESTS, 0);
        List<Long> latencies =
                IntStream.range(0, COUNTS).mapToObj(i -> cells.getAndSet(i, 0)).toList();
        if (requests > 0) {
            var _ =
                    rows.bind("org", org.value())
                            .bind("requests", requests)
                            .bind("errors", errors)
                            .bindArray("latencies", Long.class, latencies)
                            .add();
        }
    }

    @Override
    public Figures measured(Set<OrgId> orgs, Span period) {
        List<String> ids = orgs.stream().map(OrgId::value).toList();
        return gate.jdbi()
                .withHandle(
                        handle -> {
                            Duration backlog =
                                    Duration.ofMillis((long) (1_000 * one(handle, BACKLOG, ids)));
                            double budget = one(handle, BUDGET, ids);
                            return handle.createQuery(MEASURED)
                                    .bindArray("orgs", String.class, ids)
                                    .bind(
                                            "from",
                                            Moments.utc(
                                                    period.from().truncatedTo(ChronoUnit.MINUTES)))
                                    .bind("to", Moments.utc(period.to()))
                                    .map((row, _) -> figures(row, backlog, budget))
                                    .one();
                        });
    }

    @Override
    public Map<Instant, Figures> over(Set<OrgId> orgs, Span period, Duration step) {
        List<String> ids = orgs.stream().map(OrgId::value).toList();
        return gate.jdbi().withHandle(handle -> OrgStrain.over(handle, ids, period, step));
    }

    private static double one(Handle handle, String sql, List<String> orgs) {
        return handle.createQuery(sql)
                .bindArray("orgs", String.class, orgs)
                .mapTo(Double.class)
                .one();
    }

    static Figures figures(ResultSet row, Duration backlog, double budget) throws SQLException {
        List<Long> latencies = new ArrayList<>();
        for (int i = 1; i <= COUNTS; i++) {
            latencies.add(row.getLong("l" + i));
        }
        return new Figures(
                row.getLong("requests"),
                row.getLong("errors"),
                latencies,
                backlog,
                budget,
                Moments.maybe(row, "newest"));
    }
}
