package io.turnout.adapters.postgres;

import io.turnout.domain.rollout.Figures;
import io.turnout.domain.rollout.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// How orgs fared over time, in PostgreSQL: the backlog and the calls of each org by the minute,
/// and the requests that stand beside them.
final class OrgStrain {
    /// Orgs of which there is nothing to say have no row. One writer a minute is enough: whoever
    /// comes second does nothing.
    private static final String KEEP =
            """
            insert into org_strain (minute, org, backlog_millis, budget)
            select date_trunc('minute', clock_timestamp()), s.org, s.backlog, s.budget
            from (
                select h.org_id as org,
                    coalesce((
                        select 1000 * extract(epoch from clock_timestamp() - min(o.owed_at))
                        from lane l cross join lateral (
                            select owed_at from outbox
                            where org_id = l.org_id and event_id = l.event_id and state = 'waiting'
                            order by due_at limit 1) o
                        where l.org_id = h.org_id and l.owed), 0)::bigint as backlog,
                    coalesce((
                        select least(1, calls_used::double precision / calls_of)
                        from outbound where org_id = h.org_id and calls_of > 0), 0) as budget
                from org_home h where h.home = :stack) s
            where (s.backlog > 0 or s.budget > 0)
            and not exists (
                select from org_strain where minute = date_trunc('minute', clock_timestamp()))
            on conflict do nothing
            """;

    private static final String FORGET =
            "delete from org_strain where minute < clock_timestamp() - :kept";

    private static final String AT =
            "to_timestamp(floor(extract(epoch from minute) / :step) * :step) as at";

    private static final String REQUESTS =
            "select %s, sum(requests) as requests, sum(errors) as errors, %s"
                            .formatted(AT, PostgresOrgHealth.BUCKETS)
                    + ", max(seen_at) as newest from org_measure"
                    + " where org = any(:orgs) and minute >= :from and minute < :to group by 1";

    private static final String STRAIN =
            ("select %s, max(backlog_millis) as backlog, max(budget) as budget from org_strain"
                            + " where org = any(:orgs) and minute >= :from and minute < :to"
                            + " group by 1")
                    .formatted(AT);

    private OrgStrain() {}

    static void keep(Handle handle, String stack, Duration kept) {
        int _ = handle.createUpdate(KEEP).bind("stack", stack).execute();
        int _ = handle.createUpdate(FORGET).bind("kept", kept).execute();
    }

    /// What was measured in each step of a period that has anything.
    static Map<Instant, Figures> over(
            Handle handle, List<String> orgs, Span period, Duration step) {
        Map<Instant, Figures> points = new TreeMap<>();
        for (String sql : new String[] {REQUESTS, STRAIN}) {
            handle.createQuery(sql)
                    .bindArray("orgs", String.class, orgs)
                    .bind("step", step.toSeconds())
                    .bind("from", Moments.utc(period.from()))
                    .bind("to", Moments.utc(period.to()))
                    .map(
                            (row, _) ->
                                    points.merge(
                                            Moments.read(row, "at"),
                                            sql.equals(STRAIN) ? strain(row) : requests(row),
                                            Figures::plus))
                    .forEach(_ -> {});
        }
        return points;
    }

    private static Figures requests(ResultSet row) throws SQLException {
        return PostgresOrgHealth.figures(row, Duration.ZERO, 0);
    }

    private static Figures strain(ResultSet row) throws SQLException {
        return new Figures(
                0,
                0,
                Figures.noLatencies(),
                Duration.ofMillis(row.getLong("backlog")),
                row.getDouble("budget"),
                Optional.empty());
    }
}
