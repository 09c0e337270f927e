package io.turnout.adapters.postgres;

import io.turnout.application.publishing.Refreshes;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// Writes down that events are wanted, within a transaction that has entered.
final class RefreshRows {
    // Whoever was not wanted is due after the linger, and not too soon after the last pull; who was
    // stays due when it was, unless somebody waits and that would be sooner.
    private static final String WANT =
            """
            with wishes as (
                insert into event_refresh as r (org_id, event_id, live, due_at)
                select :org, id, :live, clock_timestamp() + make_interval(secs => :linger)
                from unnest(:ids) as id order by id
                on conflict (org_id, event_id) do update set
                    wanted = r.wanted + 1,
                    live = excluded.live or (r.live and r.wanted > r.settled),
                    due_at = case
                        when r.wanted <= r.settled or excluded.live then
                            least(case when r.wanted > r.settled then r.due_at end,
                                greatest(excluded.due_at, r.pulled_at + make_interval(secs =>
                                    case when r.failures = 0 then :spacing else :failing end)))
                        else r.due_at
                    end
                returning wanted - settled = 1 as fresh
            )
            select count(*) from wishes where fresh
            """;
    private static final String WANT_KEPT =
            """
            select event_id from event where org_id = :org and status = 'published'
            """;

    private RefreshRows() {}

    /// How many of them were not wanted already.
    static int want(Handle handle, OrgId org, Collection<EventId> events, Refreshes.Cause cause) {
        return handle.createQuery(WANT)
                .bind("org", org.value())
                .bind("live", cause == Refreshes.Cause.NUDGE)
                .bind("linger", LaneLease.seconds(Refreshes.LINGER))
                .bind("spacing", LaneLease.seconds(Refreshes.SPACING))
                .bind("failing", LaneLease.seconds(Refreshes.SPACING_AFTER_FAILURE))
                .bindArray(
                        "ids",
                        String.class,
                        events.stream().map(EventId::value).distinct().toList())
                .mapTo(Integer.class)
                .one();
    }

    static void wantKept(Handle handle, OrgId org) {
        var shown =
                handle.createQuery(WANT_KEPT)
                        .bind("org", org.value())
                        .map((row, _) -> new EventId(row.getString(1)))
                        .list();
        int _ = want(handle, org, shown, Refreshes.Cause.SWEEP);
    }
}
