package io.turnout.adapters.postgres;

import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes down how a call ended: row by row where Salesforce answered row by row, and for the
/// lane or the org where it did not. Too late, it writes nothing: the lane's attempt tells.
final class Settlement {
    private static final String OURS =
            """
            select 1 from lane where org_id = :org and event_id = :event and attempt = :attempt
            and lease_until is not null for update
            """;
    private static final String SETTLE =
            """
            update outbox set state = row.state, record_id = coalesce(row.record, record_id),
                created = coalesce(row.created, outbox.created),
                sent_at = case row.state when 'sent' then now() else sent_at end,
                failures = case row.state when 'sent' then 0 else failures + 1 end,
                due_at = now() + make_interval(secs => row.wait),
                reason_code = row.code, reason_fields = string_to_array(row.fields, ','),
                reason_words = row.words
            from unnest(:id, :version, :state, :record, :created, :wait, :code, :fields, :words)
                as row(id, version, state, record, created, wait, code, fields, words)
            where org_id = :org and attendee_id = row.id and outbox.version = row.version
            """;
    private static final String FAILURES =
            """
            select attendee_id, failures from outbox
            where org_id = :org and attendee_id = any(:ids)
            """;
    private static final String REPLAY =
            """
            with owed as (
                update outbox set state = 'waiting', due_at = now(), failures = 0
                where org_id = :org and state = 'set_aside'
                and (cast(:id as uuid) is null or attendee_id = :id) returning event_id
            ), lanes as (
                insert into lane (org_id, event_id)
                select :org, event_id from owed group by event_id order by event_id
                on conflict (org_id, event_id) do update set owed = true,
                    next_call_at = least(lane.next_call_at, now())
            )
            select count(*) from owed
            """;

    private final Gate gate;
    private final OutboxSeal seal;

    Settlement(Gate gate, OutboxSeal seal) {
        this.gate = gate;
        this.seal = seal;
    }

    void settle(Batch batch, Receipt receipt) {
        Lease lease = batch.lease();
        gate.jdbi()
                .useTransaction(
                        handle -> {
                            if (!isOurs(gate, handle, lease)) {
                                return;
                            }
                            if (receipt instanceof Receipt.Answered(var answers)) {
                                settle(handle, batch, answers);
                            }
                            CallTrail.end(handle, lease, receipt);
                            LaneVerdict.write(handle, lease, receipt);
                        });
    }

    /// Enters, and locks the lane while the lease is its newest.
    static boolean isOurs(Gate gate, Handle handle, Lease lease) {
        return gate.enter(handle, lease.org()) == Gate.Entry.OK
                && handle.createQuery(OURS)
                        .bind("org", lease.org().value())
                        .bind("event", lease.event().value())
                        .bind("attempt", lease.attempt())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
    }

    private void settle(Handle handle, Batch batch, List<RowAnswer> answers) {
        var failures = failures(handle, batch);
        Columns rows = columns();
        for (int i = 0; i < batch.attendees().size(); i++) {
            OwedAttendee sent = batch.attendees().get(i);
            int failed = 1 + failures.getOrDefault(sent.id().value(), 0);
            switch (answers.get(i)) {
                case RowAnswer.Sent(var record, var created) ->
                        rows.add(
                                sent.id().value(),
                                sent.version(),
                                "sent",
                                record,
                                created,
                                0.0,
                                null,
                                null,
                                null);
                case RowAnswer.Wait(var reason, var patience) -> {
                    if (patience.isOver(failed)) {
                        setAside(rows, batch.org(), sent, reason);
                    } else {
                        double chance = ThreadLocalRandom.current().nextDouble();
                        Duration wait = patience.after(failed, chance);
                        add(rows, batch.org(), sent, new Kept("waiting", wait, reason));
                    }
                }
                case RowAnswer.Refused(var reason) -> setAside(rows, batch.org(), sent, reason);
            }
        }
        write(handle, batch.org(), rows);
    }

    /// A row that was not taken: how it is kept, for how long, and why.
    private record Kept(String state, Duration pause, Reason reason) {}

    private void setAside(Columns rows, OrgId org, OwedAttendee sent, Reason reason) {
        add(rows, org, sent, new Kept("set_aside", Duration.ZERO, reason));
    }

    private void add(Columns rows, OrgId org, OwedAttendee sent, Kept kept) {
        rows.add(
                sent.id().value(),
                sent.version(),
                kept.state(),
                null,
                null,
                LaneLease.seconds(kept.pause()),
                kept.reason().code(),
                String.join(",", kept.reason().fields()),
                seal.seal(org, sent.id(), kept.reason().message()));
    }

    private static Columns columns() {
        return new Columns()
                .with("id", UUID.class)
                .with("version", Long.class)
                .with("state", String.class)
                .with("record", String.class)
                .with("created", Boolean.class)
                .with("wait", Double.class)
                .with("code", String.class)
                .with("fields", String.class)
                .with("words", byte[].class);
    }

    private static java.util.Map<UUID, Integer> failures(Handle handle, Batch batch) {
        java.util.Map<UUID, Integer> failures = new java.util.HashMap<>();
        handle.createQuery(FAILURES)
                .bind("org", batch.org().value())
                .bindArray(
                        "ids",
                        UUID.class,
                        batch.attendees().stream().map(a -> a.id().value()).toList())
                .map(
                        (row, _) ->
                                java.util.Map.entry(
                                        row.getObject("attendee_id", UUID.class),
                                        row.getInt("failures")))
                .forEach(entry -> failures.put(entry.getKey(), entry.getValue()));
        return failures;
    }

    private static void write(Handle handle, OrgId org, Columns rows) {
        int _ = rows.bindTo(handle.createUpdate(SETTLE)).bind("org", org.value()).execute();
    }

    /// Keeps rows aside that cannot be opened; the rest of their batch goes on.
    void setAside(Lease lease, List<OutboxSeal.Row> unreadable) {
        Columns rows = columns();
        for (OutboxSeal.Row row : unreadable) {
            rows.add(
                    row.id().value(),
                    row.version(),
                    "set_aside",
                    null,
                    null,
                    0.0,
                    "CANNOT_BE_OPENED",
                    "",
                    seal.seal(lease.org(), row.id(), "The sealed person was changed or moved."));
        }
        gate.write(lease.org(), handle -> write(handle, lease.org(), rows));
    }

    int replay(OrgId org, Optional<AttendeeId> attendee) {
        @Nullable UUID id = attendee.map(AttendeeId::value).orElse(null);
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, org) == Gate.Entry.OK
                                        ? handle.createQuery(REPLAY)
                                                .bind("org", org.value())
                                                .bindByType("id", id, UUID.class)
                                                .mapTo(Integer.class)
                                                .one()
                                        : 0);
    }
}
