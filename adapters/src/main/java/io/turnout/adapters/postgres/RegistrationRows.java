package io.turnout.adapters.postgres;

import io.turnout.application.delivery.Outbox;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.Seat;
import io.turnout.domain.registration.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The rows of registrations with their seats and how far each has come to Salesforce.
final class RegistrationRows {
    private static final String READ =
            """
            select r.registration_id, r.event_id, r.status, r.created_at, r.offered_until,
                case when r.status = 'waitlisted' then (
                    select count(*) from registration ahead
                    where ahead.org_id = r.org_id and ahead.event_id = r.event_id
                    and ahead.status = 'waitlisted' and ahead.ticket <= r.ticket) end as place,
                array_agg(a.attendee_id order by a.ordinal) as attendees,
                array_agg(a.item_id order by a.ordinal) as items,
                array_agg(array_to_string(a.session_ids, ' ') order by a.ordinal) as sessions,
                array_agg(coalesce(o.state, 'none') order by a.ordinal) as states
            from registration r
            join attendee a on a.org_id = r.org_id and a.registration_id = r.registration_id
            left join outbox o on o.org_id = a.org_id and o.attendee_id = a.attendee_id
            where r.org_id = :org and r.registration_id = any(:ids)
            group by r.org_id, r.registration_id
            """;

    private RegistrationRows() {}

    static Map<RegistrationId, Registration> read(
            Handle handle, OrgId org, Collection<RegistrationId> ids) {
        Map<RegistrationId, Registration> found = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery(READ)
                    .bind("org", org.value())
                    .bindArray("ids", UUID.class, ids.stream().map(RegistrationId::value).toList())
                    .map((row, _) -> registration(org, row))
                    .forEach(registration -> found.put(registration.id(), registration));
        }
        return found;
    }

    private static Registration registration(OrgId org, ResultSet row) throws SQLException {
        UUID[] attendees = (UUID[]) row.getArray("attendees").getArray();
        String[] items = (String[]) row.getArray("items").getArray();
        String[] sessions = (String[]) row.getArray("sessions").getArray();
        Seat[] seats = new Seat[attendees.length];
        for (int i = 0; i < seats.length; i++) {
            seats[i] =
                    new Seat(
                            new AttendeeId(attendees[i]),
                            new Place(new ItemId(items[i]), sessionIds(sessions[i])));
        }
        RegistrationStatus status = Words.read(RegistrationStatus.class, row.getString("status"));
        return new Registration(
                new RegistrationId(row.getObject("registration_id", UUID.class)),
                org,
                new EventId(row.getString("event_id")),
                List.of(seats),
                EventRows.instant(row, "created_at"),
                status,
                delivery((String[]) row.getArray("states").getArray()),
                waiting(status, row));
    }

    private static Waiting waiting(RegistrationStatus status, ResultSet row) throws SQLException {
        return switch (status) {
            case WAITLISTED -> new Waiting.InLine(row.getInt("place"));
            case OFFERED -> new Waiting.Offered(EventRows.instant(row, "offered_until"));
            case CONFIRMED, CANCELLED -> new Waiting.Over();
        };
    }

    static List<SessionId> sessionIds(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(" ", -1)).map(SessionId::new).toList();
    }

    private static DeliveryState delivery(String[] states) {
        List<String> all = List.of(states);
        if (all.contains(Words.of(DeliveryState.NONE))) {
            return DeliveryState.NONE;
        }
        if (all.contains(Words.of(Outbox.State.SET_ASIDE))) {
            return DeliveryState.SET_ASIDE;
        }
        return all.contains(Words.of(Outbox.State.WAITING))
                ? DeliveryState.PENDING
                : DeliveryState.SENT;
    }
}
