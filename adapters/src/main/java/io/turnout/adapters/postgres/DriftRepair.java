package io.turnout.adapters.postgres;

import io.turnout.application.delivery.Reconciliations.Turn;
import io.turnout.domain.delivery.Drift;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.AttendeeId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Writes down what a turn of a comparison found: rows are owed again or set aside, in the same
/// transaction that moves the comparison on.
final class DriftRepair {
    private static final Reason DELETED =
            new Reason(
                    "DELETED_IN_SALESFORCE",
                    "Somebody deleted this record there. A replay creates it again.",
                    List.of());
    private static final String OURS =
            """
            select 1 from reconciliation where org_id = :org and event_id = :event
            and attempt = :attempt and lease_until is not null for update
            """;
    private static final String OWE =
            """
            with owed as (
                update outbox set state = 'waiting', due_at = now(), owed_at = now(),
                    failures = 0, may_wait = true
                where org_id = :org and attendee_id = any(:ids) and state = 'sent'
                returning event_id
            ), lanes as (
                update lane set owed = true
                where org_id = :org and event_id in (select event_id from owed)
            )
            select count(*) from owed
            """;
    private static final String VERSIONS =
            """
            select attendee_id, version from outbox
            where org_id = :org and attendee_id = any(:ids) and state = 'sent'
            """;
    private static final String ON =
            """
            update reconciliation set lease_until = null, calls = calls + 1,
                owed_again = owed_again + :owed, deleted = deleted + :deleted,
                strangers = strangers + :strangers,
                phase = case when :ended then 'idle' else 'rows' end,
                after_key = case when :ended then '' else :next end,
                by_row = by_row and not :ended,
                due_at = case when :ended then 'infinity' else now() end,
                ended_at = case when :ended then now() end
            where org_id = :org and event_id = :event
            """;
    private static final String POSTPONE =
            """
            update reconciliation set lease_until = null, note = :why,
                due_at = now() + interval '10 minutes'
            where org_id = :org and event_id = :event and attempt = :attempt
            """;

    private final Gate gate;
    private final RowSettlement rows;

    DriftRepair(Gate gate, OutboxSeal seal) {
        this.gate = gate;
        this.rows = new RowSettlement(seal);
    }

    void found(Turn turn, Drift drift, Optional<String> next) {
        var _ =
                gate.tryWrite(
                        turn.org(),
                        handle -> {
                            if (isOurs(handle, turn)) {
                                write(handle, turn, drift, next);
                            }
                        });
    }

    private static boolean isOurs(Handle handle, Turn turn) {
        return handle.createQuery(OURS)
                .bind("org", turn.org().value())
                .bind("event", turn.event().value())
                .bind("attempt", turn.attempt())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private void write(Handle handle, Turn turn, Drift drift, Optional<String> next) {
        int owed =
                handle.createQuery(OWE)
                        .bind("org", turn.org().value())
                        .bindArray("ids", UUID.class, ids(drift.owed()))
                        .mapTo(Integer.class)
                        .one();
        List<RowSettlement.Said> deleted = deleted(handle, turn, drift);
        rows.settle(handle, turn.org(), deleted);
        int _ =
                handle.createUpdate(ON)
                        .bind("org", turn.org().value())
                        .bind("event", turn.event().value())
                        .bind("owed", owed)
                        .bind("deleted", deleted.size())
                        .bind("strangers", drift.strangers())
                        .bind("ended", next.isEmpty())
                        .bind("next", next.orElse(""))
                        .execute();
    }

    private static List<RowSettlement.Said> deleted(Handle handle, Turn turn, Drift drift) {
        return handle.createQuery(VERSIONS)
                .bind("org", turn.org().value())
                .bindArray("ids", UUID.class, ids(drift.deleted()))
                .map(
                        (row, _) ->
                                new RowSettlement.Said(
                                        new AttendeeId(row.getObject(1, UUID.class)),
                                        row.getLong(2),
                                        new RowAnswer.Refused(DELETED)))
                .list();
    }

    private static List<UUID> ids(List<AttendeeId> attendees) {
        return attendees.stream().map(AttendeeId::value).toList();
    }

    void postpone(Turn turn, String why) {
        var _ =
                gate.tryWrite(
                        turn.org(),
                        handle ->
                                handle.createUpdate(POSTPONE)
                                        .bind("org", turn.org().value())
                                        .bind("event", turn.event().value())
                                        .bind("attempt", turn.attempt())
                                        .bind("why", why)
                                        .execute());
    }
}
