package io.turnout.adapters.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.application.privacy.Vault.Subject;
import io.turnout.application.privacy.Vault.Use;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.HoldLine;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.IfFull;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.waitingroom.Ticket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns what names a person into what a table may have: a ciphertext, and keyed hashes to find
/// it by. Done in the caller's thread, before anything waits for a writer.
final class PersonSeal {
    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                            .build());
    private static final String TABLE = "attendee";
    private static final String COLUMN = "person";

    private final Vault vault;

    PersonSeal(Vault vault) {
        this.vault = vault;
    }

    SealedPerson seal(OrgId org, AttendeeId attendee, Person person) {
        try {
            byte[] plain =
                    JSON.writeValueAsBytes(
                            new Plain(
                                    person.email(),
                                    person.name(),
                                    person.title().orElse(""),
                                    person.company().orElse("")));
            return new SealedPerson(
                    vault.seal(subject(org, attendee), plain),
                    vault.finder(org, Person.folded(person.email())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a person cannot be written", e);
        }
    }

    Person open(OrgId org, AttendeeId attendee, Sealed sealed) {
        try {
            Plain plain = JSON.readValue(vault.open(subject(org, attendee), sealed), Plain.class);
            return new Person(
                    plain.email(), plain.name(), given(plain.title()), given(plain.company()));
        } catch (IOException e) {
            throw new IllegalStateException("a sealed person is no JSON", e);
        }
    }

    /// The keyed hash of the address of whoever was sealed.
    byte[] digest(OrgId org, AttendeeId attendee, Sealed sealed) {
        String address = open(org, attendee, sealed).email();
        return vault.digest(org, Use.EMAIL, Person.folded(address));
    }

    private record Plain(String email, String name, String title, String company) {}

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Subject subject(OrgId org, AttendeeId attendee) {
        return new Subject(org, TABLE, attendee.value(), COLUMN);
    }

    KeyPrint print(RegistrationRequest request) {
        List<Object> content = new ArrayList<>();
        content.add(request.event().value());
        content.add(request.hold().map(hold -> hold.value().toString()).orElse(""));
        if (request.ifFull() == IfFull.WAIT) {
            content.add("or waits");
        }
        request.link().ifPresent(link -> content.add("by link " + link));
        request.attendees()
                .forEach(
                        attendee -> {
                            Person person = attendee.person();
                            content.add(person.email());
                            content.add(person.name());
                            content.add(person.title().orElse(""));
                            content.add(person.company().orElse(""));
                            content.add(attendee.place().item().value());
                            content.add(attendee.place().sessions().toString());
                        });
        return print(request.org(), request.key(), content);
    }

    KeyPrint print(HoldRequest request) {
        List<Object> content = new ArrayList<>();
        content.add(request.event().value());
        for (HoldLine line : request.lines()) {
            content.add(line.item().value());
            content.add(line.quantity());
            content.add(line.sessions().toString());
        }
        return print(request.org(), request.key(), content);
    }

    /// A ticket of a waiting room, as a key that came with this request.
    KeyPrint print(Ticket ticket, KeyPrint request) {
        String number = ticket.room().event() + "|" + ticket.room().epoch() + "|" + ticket.number();
        return KeyPrint.of(
                vault.digest(ticket.room().org(), Use.TICKET, number),
                KeyPrint.bytes(request.request()));
    }

    private KeyPrint print(OrgId org, IdempotencyKey key, List<Object> content) {
        try {
            return KeyPrint.of(
                    vault.digest(org, Use.IDEMPOTENCY_KEY, key.value()),
                    vault.digest(org, Use.REQUEST, JSON.writeValueAsString(content)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request cannot be written", e);
        }
    }
}
