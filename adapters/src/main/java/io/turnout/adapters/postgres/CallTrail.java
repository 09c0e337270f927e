package io.turnout.adapters.postgres;

import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.Receipt;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Writes down every call for a lane, before it is made and after. A call without an end is
/// running, or its instance died; what became of its rows the next call finds out.
final class CallTrail {
    private static final String BEGIN =
            """
            with made as (
                insert into call_made (org_id, event_id, kind, attempt, instance, row_count)
                values (:org, :event, :kind, :attempt,
                    (select claimed_by from lane where org_id = :org and event_id = :event), :rows)
                returning call_id
            ), carried as (
                update outbox set call_id = (select call_id from made)
                where org_id = :org and attendee_id = any(:ids)
            )
            update lane set call_id = (select call_id from made)
            where org_id = :org and event_id = :event
            """;
    private static final String END =
            """
            update call_made set ended_at = clock_timestamp(), outcome = :outcome,
                detail = :detail, calls_used = outbound.calls_used, calls_of = outbound.calls_of
            from lane, outbound
            where call_made.org_id = :org and outbound.org_id = :org
            and lane.org_id = :org and lane.event_id = :event and lane.attempt = :attempt
            and call_made.call_id = lane.call_id and ended_at is null
            """;

    private CallTrail() {}

    static void begin(Handle handle, Lease lease, String kind, List<UUID> rows) {
        begin(handle, lease, kind, rows, rows.size());
    }

    static void begin(Handle handle, Lease lease, String kind, int rows) {
        begin(handle, lease, kind, List.of(), rows);
    }

    private static void begin(
            Handle handle, Lease lease, String kind, List<UUID> carried, int rows) {
        int _ =
                handle.createUpdate(BEGIN)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .bind("attempt", lease.attempt())
                        .bind("kind", kind)
                        .bind("rows", rows)
                        .bindArray("ids", UUID.class, carried)
                        .execute();
    }

    static void end(Handle handle, Lease lease, Receipt receipt) {
        int _ =
                handle.createUpdate(END)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .bind("attempt", lease.attempt())
                        .bind("outcome", outcome(receipt))
                        .bind("detail", detail(receipt))
                        .execute();
    }

    private static String outcome(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Answered _ -> "answered";
            case Receipt.Away _ -> "away";
            case Receipt.Crowded _ -> "crowded";
            case Receipt.Spent _ -> "spent";
            case Receipt.Unaffordable _ -> "not made";
            case Receipt.Barred _ -> "barred";
            case Receipt.Drifted _ -> "drifted";
            case Receipt.TooHeavy _ -> "too heavy";
        };
    }

    /// Why, in words that name nobody.
    static String detail(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Answered _ -> "";
            case Receipt.Away(var why) -> why;
            case Receipt.Crowded(var why) -> why;
            case Receipt.Spent(var why) -> why;
            case Receipt.Unaffordable(var why) -> why;
            case Receipt.Barred(var why) -> why;
            case Receipt.Drifted(var why) -> why;
            case Receipt.TooHeavy(var why) -> why;
        };
    }
}
