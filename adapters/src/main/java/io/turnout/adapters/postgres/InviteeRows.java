package io.turnout.adapters.postgres;

import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Whose record somebody who came by an invitation is written into: that of the invitation, while
/// it is there, and for whoever came by it last. Once they are there they are known by our own key.
final class InviteeRows {
    /// Of a row `o` of the outbox.
    static final String OF_OUTBOX =
            """
            select m.record_id from attendee them
            join registration r on r.org_id = them.org_id
                and r.registration_id = them.registration_id
            join minted_link m on m.org_id = r.org_id and m.link_id = r.link_id
            where them.org_id = o.org_id and them.attendee_id = o.attendee_id
            and r.link_use = 1 and m.state <> 'gone' and not m.forgotten
            and not exists (select from registration later
                where later.org_id = r.org_id and later.link_id = r.link_id
                and later.link_use = 1 and later.status <> 'waitlisted'
                and (later.created_at, later.registration_id)
                    > (r.created_at, r.registration_id))
            """;
    private static final String GONE =
            """
            update minted_link set state = 'gone', reason_code = null, reason_fields = null
            where org_id = :org and record_id = any(:records) and not forgotten
            """;

    /// Whoever came by the same invitation before has no record any more: theirs has the key of
    /// another now. Nobody misses it, since they gave up.
    private static final String REPLACE =
            """
            update outbox set replaced = true
            from attendee a
            join registration r on r.org_id = a.org_id and r.registration_id = a.registration_id
            join registration before on before.org_id = r.org_id and before.link_id = r.link_id
                and before.link_use = 1 and before.registration_id <> r.registration_id
                and before.status = 'cancelled'
            join attendee them on them.org_id = before.org_id
                and them.registration_id = before.registration_id
            where a.org_id = :org and a.attendee_id = any(:ids)
            and outbox.org_id = :org and outbox.attendee_id = them.attendee_id
            """;

    private InviteeRows() {}

    /// Writes down what was said of those who were to be written into such a record.
    static void settle(Handle handle, OrgId org, List<OwedAttendee> sent, List<RowAnswer> answers) {
        List<String> gone = new ArrayList<>();
        List<UUID> there = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            OwedAttendee one = sent.get(i);
            if (one.invitee().isPresent()) {
                switch (answers.get(i)) {
                    case RowAnswer.Wait(var reason, _) when reason.isRecordGone() ->
                            gone.add(one.invitee().map(InviteeId::value).orElseThrow());
                    case RowAnswer.Sent _ -> there.add(one.id().value());
                    case RowAnswer.Wait _, RowAnswer.Refused _ -> {}
                }
            }
        }
        if (!gone.isEmpty()) {
            int _ =
                    handle.createUpdate(GONE)
                            .bind("org", org.value())
                            .bindArray("records", String.class, gone)
                            .execute();
        }
        if (!there.isEmpty()) {
            int _ =
                    handle.createUpdate(REPLACE)
                            .bind("org", org.value())
                            .bindArray("ids", UUID.class, there)
                            .execute();
        }
    }
}
