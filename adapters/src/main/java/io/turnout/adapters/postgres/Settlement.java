package io.turnout.adapters.postgres;

import io.turnout.adapters.postgres.RowSettlement.Said;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private static final Reason UNREADABLE =
            new Reason("CANNOT_BE_OPENED", "The sealed person was changed or moved.", List.of());
    private static final String REPLAY =
            """
            with owed as (
                update outbox set state = 'waiting', due_at = now(), failures = 0,
                    may_wait = true
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
    private final RowSettlement rows;

    Settlement(Gate gate, OutboxSeal seal) {
        this.gate = gate;
        this.rows = new RowSettlement(seal);
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
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < batch.attendees().size(); i++) {
            OwedAttendee sent = batch.attendees().get(i);
            said.add(new Said(sent.id(), sent.version(), answers.get(i)));
        }
        rows.settle(handle, batch.org(), said);
        InviteeRows.settle(handle, batch.org(), batch.attendees(), answers);
    }

    /// Keeps rows aside that cannot be opened; the rest of their batch goes on.
    void setAside(Lease lease, List<OutboxSeal.Row> unreadable) {
        var refused = new RowAnswer.Refused(UNREADABLE);
        List<Said> said =
                unreadable.stream().map(row -> new Said(row.id(), row.version(), refused)).toList();
        gate.write(lease.org(), handle -> rows.settle(handle, lease.org(), said));
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
