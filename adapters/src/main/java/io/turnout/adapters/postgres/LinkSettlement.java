package io.turnout.adapters.postgres;

import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.LinkBatch;
import io.turnout.domain.delivery.OwedLink;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/// Writes down what became of addresses, each by its own answer. Salesforce's words are not kept.
final class LinkSettlement {
    private static final Duration DRIFTED = Duration.ofMinutes(10);

    /// Somebody may have been forgotten meanwhile: that is owed still.
    private static final String SETTLE =
            """
            update minted_link set state = row.state, reason_code = row.code,
                told_at = case row.state when 'told' then clock_timestamp() else told_at end,
                failures = case when row.state in ('told', 'gone') then 0 else failures + 1 end,
                due_at = now() + make_interval(secs => row.wait),
                reason_fields = string_to_array(row.fields, ',')
            from unnest(:record, :forgotten, :state, :wait, :code, :fields)
                as row(record, forgotten, state, wait, code, fields)
            where org_id = :org and record_id = row.record and minted_link.state = 'waiting'
            and minted_link.forgotten = row.forgotten
            """;
    private static final String FAILURES =
            """
            select record_id, failures from minted_link
            where org_id = :org and record_id = any(:records)
            """;

    /// What waits is owed from the moment it may be told, and not before the pace allows.
    private static final String FREE =
            """
            update lane set lease_until = null, failures = 0, held_reason = null,
                links_owed_at = (select greatest(min(due_at), links_owed_at) from minted_link
                    where org_id = :org and event_id = :event and state = 'waiting'
                    having count(*) > 0)
            where org_id = :org and event_id = :event
            """;

    /// A field for links that is not as it should be is no reason to hold up attendees.
    private static final String POSTPONE =
            """
            update lane set lease_until = null,
                links_owed_at = now() + make_interval(secs => :wait)
            where org_id = :org and event_id = :event
            """;
    private static final String REPLAY =
            """
            with owed as (
                update minted_link set state = 'waiting', due_at = now(), failures = 0
                where org_id = :org and state = 'set_aside'
                and (cast(:record as text) is null or record_id = :record) returning event_id
            ), lanes as (
                insert into lane (org_id, event_id, owed, links_owed_at)
                select :org, event_id, false, now() from owed group by event_id order by event_id
                on conflict (org_id, event_id) do update set links_owed_at = now()
            )
            select count(*) from owed
            """;

    private final Gate gate;

    LinkSettlement(Gate gate) {
        this.gate = gate;
    }

    void settle(LinkBatch batch, Receipt receipt) {
        Lease lease = batch.lease();
        gate.jdbi()
                .useTransaction(
                        handle -> {
                            if (!Settlement.isOurs(gate, handle, lease)) {
                                return;
                            }
                            CallTrail.end(handle, lease, receipt);
                            switch (receipt) {
                                case Receipt.Answered(var answers) -> {
                                    told(handle, batch, answers);
                                    release(handle, lease);
                                }
                                case Receipt.Drifted _ -> postpone(handle, lease);
                                default -> LaneVerdict.write(handle, lease, receipt);
                            }
                        });
    }

    private static void told(Handle handle, LinkBatch batch, List<RowAnswer> answers) {
        Map<String, Integer> failures = failures(handle, batch);
        Columns rows =
                new Columns()
                        .with("record", String.class)
                        .with("forgotten", Boolean.class)
                        .with("state", String.class)
                        .with("wait", Double.class)
                        .with("code", String.class)
                        .with("fields", String.class);
        for (int i = 0; i < batch.links().size(); i++) {
            OwedLink owed = batch.links().get(i);
            int failed = 1 + failures.getOrDefault(owed.record().value(), 0);
            add(rows, owed, answers.get(i), failed);
        }
        int _ = rows.bindTo(handle.createUpdate(SETTLE)).bind("org", batch.org().value()).execute();
    }

    private static void add(Columns rows, OwedLink owed, RowAnswer answer, int failed) {
        switch (answer) {
            case RowAnswer.Sent _ -> add(rows, owed, "told", 0, Optional.empty());
            case RowAnswer.Wait(var reason, _) when reason.isRecordGone() ->
                    add(rows, owed, "gone", 0, Optional.of(reason));
            case RowAnswer.Wait(var reason, var patience) -> {
                double chance = ThreadLocalRandom.current().nextDouble();
                boolean over = patience.isOver(failed);
                double wait = over ? 0 : LaneLease.seconds(patience.after(failed, chance));
                add(rows, owed, over ? "set_aside" : "waiting", wait, Optional.of(reason));
            }
            case RowAnswer.Refused(var reason) ->
                    add(rows, owed, "set_aside", 0, Optional.of(reason));
        }
    }

    private static void add(
            Columns rows, OwedLink owed, String state, double wait, Optional<Reason> reason) {
        rows.add(
                owed.record().value(),
                owed instanceof OwedLink.Oblivion,
                state,
                wait,
                reason.map(Reason::code).orElse(null),
                reason.map(why -> String.join(",", why.fields())).orElse(null));
    }

    private static Map<String, Integer> failures(Handle handle, LinkBatch batch) {
        Map<String, Integer> failures = new HashMap<>();
        handle.createQuery(FAILURES)
                .bind("org", batch.org().value())
                .bindArray(
                        "records",
                        String.class,
                        batch.links().stream().map(owed -> owed.record().value()).toList())
                .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(one -> failures.put(one.getKey(), one.getValue()));
        return failures;
    }

    /// Gives the lane back, and says when it owes addresses next.
    static void release(Handle handle, Lease lease) {
        int _ =
                handle.createUpdate(FREE)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .execute();
    }

    private static void postpone(Handle handle, Lease lease) {
        int _ =
                handle.createUpdate(POSTPONE)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .bind("wait", LaneLease.seconds(DRIFTED))
                        .execute();
    }

    int replay(OrgId org, Optional<InviteeId> record) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, org) == Gate.Entry.OK
                                        ? handle.createQuery(REPLAY)
                                                .bind("org", org.value())
                                                .bindByType(
                                                        "record",
                                                        record.map(InviteeId::value).orElse(null),
                                                        String.class)
                                                .mapTo(Integer.class)
                                                .one()
                                        : 0);
    }
}
