package io.turnout.adapters.postgres;

import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Attendee;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Writes all registrations of a batch in one statement: registration, attendees, the keys of
/// their records, what is owed for them, the idempotency keys and the lanes.
final class RegistrationWrite {
    private static final String WRITE =
            """
            with registrations as (
                insert into registration (org_id, registration_id, event_id, status, created_at)
                select :org, id, event, 'confirmed', now()
                from unnest(:registration, :event) as new(id, event)
            ), keys as (
                insert into idempotency_key
                    (org_id, key_digest, request_digest, registration_id, created_at)
                select :org, key, request, id, now()
                from unnest(:registration, :key, :request) as new(id, key, request)
            ), attendees as (
                insert into attendee (org_id, attendee_id, registration_id, event_id, ordinal,
                    item_id, session_ids, status, person, email_digest)
                select :org, id, registration, event, ordinal, item,
                    string_to_array(sessions, ' '), 'confirmed', person, email
                from unnest(:attendee, :of, :at, :ordinal, :item, :sessions, :person, :email)
                    as new(id, registration, event, ordinal, item, sessions, person, email)
            ), record_keys as (
                insert into record_key (org_id, record_id, wrapped)
                select :org, id, wrapped from unnest(:attendee, :wrapped) as new(id, wrapped)
            ), owed as (
                insert into outbox (org_id, attendee_id, event_id, owed_at, due_at)
                select :org, id, event, now(), now()
                from unnest(:attendee, :at) as new(id, event)
            )
            insert into lane (org_id, event_id)
            select :org, event from unnest(:event) as new(event) group by event order by event
            on conflict (org_id, event_id) do update set owed = true where not lane.owed
            """;

    private RegistrationWrite() {}

    static void write(Handle handle, OrgId org, List<Writes.Registered> registered) {
        Columns registrations =
                new Columns()
                        .with("registration", UUID.class)
                        .with("event", String.class)
                        .with("key", byte[].class)
                        .with("request", byte[].class);
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
                        .with("wrapped", byte[].class);
        registered.forEach(one -> add(registrations, attendees, one.task()));
        int _ =
                attendees
                        .bindTo(registrations.bindTo(handle.createUpdate(WRITE)))
                        .bind("org", org.value())
                        .execute();
    }

    private static void add(Columns registrations, Columns attendees, Task.Register task) {
        UUID registration = task.request().id().value();
        String event = task.event().value();
        registrations.add(
                registration,
                event,
                KeyPrint.bytes(task.keyPrint().key()),
                KeyPrint.bytes(task.keyPrint().request()));
        for (int i = 0; i < task.people().size(); i++) {
            Attendee attendee = task.request().attendees().get(i);
            SealedPerson person = task.people().get(i);
            attendees.add(
                    attendee.id().value(),
                    registration,
                    event,
                    i,
                    attendee.place().item().value(),
                    joined(attendee.place().sessions()),
                    person.sealed().ciphertext(),
                    person.emailDigest(),
                    person.sealed().wrappedKey());
        }
    }

    private static String joined(List<SessionId> sessions) {
        return sessions.stream().map(SessionId::value).collect(Collectors.joining(" "));
    }
}
