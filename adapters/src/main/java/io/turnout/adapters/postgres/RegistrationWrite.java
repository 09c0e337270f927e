package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Writes all registrations of a batch in one statement: registration, attendees, the keys of
/// their records, what is owed for them, the idempotency keys and the lanes.
final class RegistrationWrite {
    private static final String WRITE =
            """
            with registrations as (
                insert into registration (org_id, registration_id, event_id, status, created_at,
                    ticket, wanted_rooms, wanted_seats, link_id, link_use)
                select :org, id, event, status, now(),
                    case when behind is not null then behind + (
                        select coalesce(max(ticket), 0) from registration
                        where org_id = :org and event_id = event and ticket is not null) end,
                    string_to_array(rooms, ' '), string_to_array(seats, ' ')::integer[], link, use
                from unnest(:registration, :event, :became, :behind, :rooms, :seats, :link, :use)
                    as new(id, event, status, behind, rooms, seats, link, use)
            ), keys as (
                insert into idempotency_key
                    (org_id, key_digest, request_digest, registration_id, created_at)
                select :org, key, request, id, now()
                from unnest(:registration, :key, :request) as new(id, key, request)
            ), attendees as (
                insert into attendee (org_id, attendee_id, registration_id, event_id, ordinal,
                    item_id, session_ids, status, person, email_digest)
                select :org, id, registration, event, ordinal, item,
                    string_to_array(sessions, ' '), status, person, email
                from unnest(:attendee, :of, :at, :ordinal, :item, :sessions, :person, :email,
                    :status) as new(id, registration, event, ordinal, item, sessions, person,
                    email, status)
            ), record_keys as (
                insert into record_key (org_id, record_id, wrapped)
                select :org, id, wrapped from unnest(:attendee, :wrapped) as new(id, wrapped)
            ), owed as (
                insert into outbox (org_id, attendee_id, event_id, owed_at, due_at)
                select :org, id, event, now(), now()
                from unnest(:attendee, :at, :status) as new(id, event, status)
                where status = 'confirmed'
            )
            insert into lane (org_id, event_id)
            select :org, event from unnest(:event, :became) as new(event, status)
            where status = 'confirmed' group by event order by event
            on conflict (org_id, event_id) do update set owed = true where not lane.owed
            """;

    private RegistrationWrite() {}

    static void write(Handle handle, OrgId org, List<Writes.Registered> registered) {
        Columns registrations =
                new Columns()
                        .with("registration", UUID.class)
                        .with("event", String.class)
                        .with("key", byte[].class)
                        .with("request", byte[].class)
                        .with("became", String.class)
                        .with("behind", Long.class)
                        .with("rooms", String.class)
                        .with("seats", String.class)
                        .with("link", UUID.class)
                        .with("use", Integer.class);
        Columns attendees =
                new Columns()
                        .with("attendee", UUID.class)
                        .with("of", UUID.class)
                        .with("at", String.class)
                        .with("ordinal", Integer.class)
                        .with("item", String.class)
                        .with("sessions", String.class)
                        .with("person", byte[].class)
                        .with("email", byte[].class)
                        .with("wrapped", byte[].class)
                        .with("status", String.class);
        Map<EventId, Long> joined = new HashMap<>();
        for (Writes.Registered one : registered) {
            add(registrations, one, joined);
            add(attendees, one);
        }
        int _ =
                attendees
                        .bindTo(registrations.bindTo(handle.createUpdate(WRITE)))
                        .bind("org", org.value())
                        .execute();
        LinkNews.tell(handle, org, links(registered));
    }

    private static List<UUID> links(List<Writes.Registered> registered) {
        return registered.stream()
                .flatMap(one -> one.task().link().stream())
                .map(LinkId::value)
                .distinct()
                .toList();
    }

    /// Who waits gets the next ticket of the event, whose room is locked.
    private static void add(Columns rows, Writes.Registered one, Map<EventId, Long> joined) {
        boolean waits = one.registration().status() == RegistrationStatus.WAITLISTED;
        Map<RoomId, Integer> wanted = one.registration().demand().seats();
        rows.add(
                one.registration().id().value(),
                one.registration().event().value(),
                KeyPrint.bytes(one.task().keyPrint().key()),
                KeyPrint.bytes(one.task().keyPrint().request()),
                Words.of(one.registration().status()),
                waits ? joined.merge(one.registration().event(), 1L, Long::sum) : null,
                waits ? joined(wanted.keySet().stream().map(RoomId::id)) : null,
                waits ? joined(wanted.values().stream().map(String::valueOf)) : null,
                one.task().link().map(LinkId::value).orElse(null),
                one.use().orElse(null));
    }

    private static void add(Columns rows, Writes.Registered one) {
        Task.Register task = one.task();
        for (int i = 0; i < task.people().size(); i++) {
            Attendee attendee = task.request().attendees().get(i);
            SealedPerson person = task.people().get(i);
            rows.add(
                    attendee.id().value(),
                    one.registration().id().value(),
                    one.registration().event().value(),
                    i,
                    attendee.place().item().value(),
                    joined(attendee.place().sessions().stream().map(SessionId::value)),
                    person.sealed().ciphertext(),
                    person.finder(),
                    person.sealed().wrappedKey(),
                    Words.of(one.registration().status()));
        }
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }
}
