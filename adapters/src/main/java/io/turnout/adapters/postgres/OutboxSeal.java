package io.turnout.adapters.postgres;

import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.application.privacy.Vault.Subject;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationStatus;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// Opens what is to be sent, and seals what Salesforce said of it: its words may repeat a person's.
final class OutboxSeal {
    private final Vault vault;
    private final PersonSeal persons;

    OutboxSeal(Vault vault) {
        this.vault = vault;
        this.persons = new PersonSeal(vault);
    }

    /// A row that is owed, still sealed. Of who was forgotten there is no person.
    record Row(
            AttendeeId id,
            long version,
            EventId event,
            Place place,
            RegistrationStatus status,
            Optional<Sealed> person,
            boolean overdue,
            Optional<InviteeId> invitee) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    new AttendeeId(row.getObject("attendee_id", UUID.class)),
                    row.getLong("version"),
                    new EventId(row.getString("event_id")),
                    new Place(
                            new ItemId(row.getString("item_id")),
                            RegistrationRows.sessionIds(row.getString("sessions"))),
                    Words.read(RegistrationStatus.class, row.getString("status")),
                    person(row),
                    row.getBoolean("overdue"),
                    Optional.ofNullable(row.getString("invitee")).map(InviteeId::new));
        }

        /// None where somebody was forgotten. Where only the key is missing, nothing opens it.
        private static Optional<Sealed> person(ResultSet row) throws SQLException {
            byte[] key = row.getBytes("wrapped");
            return row.getBoolean("erased")
                    ? Optional.empty()
                    : Optional.of(
                            new Sealed(row.getBytes("person"), key == null ? new byte[0] : key));
        }
    }

    /// The row with its person.
    ///
    /// @throws IllegalStateException when it does not open
    OwedAttendee open(OrgId org, Row row) {
        return new OwedAttendee(
                row.id(),
                row.version(),
                row.event(),
                row.person()
                        .map(person -> persons.open(org, row.id(), person))
                        .orElseGet(() -> Person.nobody(row.id())),
                row.place(),
                row.status(),
                row.invitee());
    }

    /// Empty for a row whose ciphertext was changed or moved: it must not hold up its neighbours.
    Optional<OwedAttendee> tryOpen(OrgId org, Row row) {
        try {
            return Optional.of(open(org, row));
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }

    byte[] seal(OrgId org, AttendeeId attendee, String words) {
        Sealed sealed = vault.seal(subject(org, attendee), words.getBytes(StandardCharsets.UTF_8));
        return SealedBytes.of(sealed);
    }

    String open(OrgId org, AttendeeId attendee, byte[] words) {
        byte[] plain = vault.open(subject(org, attendee), SealedBytes.read(words));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static Subject subject(OrgId org, AttendeeId attendee) {
        return new Subject(org, "outbox", attendee.value(), "reason_words");
    }
}
