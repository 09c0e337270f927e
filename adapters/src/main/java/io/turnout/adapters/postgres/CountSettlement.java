package io.turnout.adapters.postgres;

import io.turnout.domain.delivery.Backoff;
import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RoomCount;
import io.turnout.domain.delivery.RowAnswer;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Writes down what became of counts. A room that was refused is told again, less and less often:
/// its count changes, and so may the org's mind.
final class CountSettlement {
    private static final Backoff AGAIN = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));

    private static final String SETTLE =
            """
            insert into room_count as c
                (org_id, room_id, event_id, reported, failures, due_at, reason_code, reason_fields)
            select :org, id, :event, reported, failed,
                now() + make_interval(secs => :first * failed), code, string_to_array(fields, ',')
            from unnest(:room, :reported, :failed, :code, :fields)
                as told(id, reported, failed, code, fields)
            order by id
            on conflict (org_id, room_id) do update set
                reported = coalesce(excluded.reported, c.reported),
                failures = case excluded.failures when 0 then 0 else c.failures + 1 end,
                due_at = case excluded.failures when 0 then now() else now() + least(
                    make_interval(secs => :first * power(2, least(c.failures, 20))),
                    make_interval(secs => :longest)) end,
                reason_code = excluded.reason_code, reason_fields = excluded.reason_fields
            """;

    /// What differs still is owed from the moment it may be told again.
    private static final String FREE =
            """
            update lane set lease_until = null, failures = 0, held_reason = null,
                counts_owed_at = (
                    select min(greatest(now(), coalesce(c.due_at, now())))
                    from room left join room_count c using (org_id, room_id)
                    where org_id = :org and room.event_id = :event
                    and c.reported is distinct from room.taken)
            where org_id = :org and event_id = :event
            """;

    private final Gate gate;

    CountSettlement(Gate gate) {
        this.gate = gate;
    }

    void settle(CountBatch batch, Receipt receipt) {
        Lease lease = batch.lease();
        gate.jdbi()
                .useTransaction(
                        handle -> {
                            if (!Settlement.isOurs(gate, handle, lease)) {
                                return;
                            }
                            CallTrail.end(handle, lease, receipt);
                            if (receipt instanceof Receipt.Answered(var answers)) {
                                told(handle, batch, answers);
                                release(handle, lease);
                            } else {
                                LaneVerdict.write(handle, lease, receipt);
                            }
                        });
    }

    private static void told(Handle handle, CountBatch batch, List<RowAnswer> answers) {
        Columns rooms =
                new Columns()
                        .with("room", String.class)
                        .with("reported", Integer.class)
                        .with("failed", Integer.class)
                        .with("code", String.class)
                        .with("fields", String.class);
        for (int i = 0; i < batch.counts().size(); i++) {
            RoomCount told = batch.counts().get(i);
            switch (answers.get(i)) {
                case RowAnswer.Sent _ ->
                        rooms.add(told.room().id(), told.registered(), 0, null, null);
                case RowAnswer.Wait(var reason, _) -> refused(rooms, told, reason);
                case RowAnswer.Refused(var reason) -> refused(rooms, told, reason);
            }
        }
        int _ =
                rooms.bindTo(handle.createUpdate(SETTLE))
                        .bind("org", batch.org().value())
                        .bind("event", batch.lease().event().value())
                        .bind("first", LaneLease.seconds(AGAIN.first()))
                        .bind("longest", LaneLease.seconds(AGAIN.longest()))
                        .execute();
    }

    private static void refused(Columns rooms, RoomCount told, Reason reason) {
        rooms.add(told.room().id(), null, 1, reason.code(), String.join(",", reason.fields()));
    }

    /// Gives the lane back, and says when it owes counts next.
    static void release(Handle handle, Lease lease) {
        int _ =
                handle.createUpdate(FREE)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .execute();
    }
}
