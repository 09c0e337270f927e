package io.turnout.application.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.application.erasure.Erasures.Asking;
import io.turnout.application.erasure.Erasures.Progress;
import io.turnout.application.memory.MemoryAuditTrail;
import io.turnout.application.memory.MemoryLedgerCopy;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.IfFull;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Somebody who wants to be forgotten, and the steps to it.
public record Forgetting(Fair fair, ErasureUseCases useCases, MemoryAuditTrail trail) {
    public static Forgetting in(Fair fair) {
        return in(fair, ErasureRule.USUAL);
    }

    public static Forgetting in(Fair fair, ErasureRule rule) {
        return in(fair, rule, new MemoryLedgerCopy());
    }

    public static Forgetting in(Fair fair, ErasureRule rule, LedgerCopy copy) {
        Storage storage = fair.storage();
        MemoryAuditTrail trail = new MemoryAuditTrail(() -> Instant.EPOCH);
        ErasurePorts ports =
                new ErasurePorts(
                        storage.erasures(), storage.erasureLedger(), copy, storage.vault(), rule);
        return new Forgetting(fair, ErasureUseCases.over(ports, storage.book(), trail), trail);
    }

    /// A group of people by their addresses.
    public static RegistrationRequest group(Fair fair, String... emails) {
        return group(fair, IfFull.REFUSE, emails);
    }

    public static RegistrationRequest group(Fair fair, IfFull ifFull, String... emails) {
        List<Attendee> people =
                Stream.of(emails)
                        .map(
                                email ->
                                        new Attendee(
                                                new AttendeeId(UUID.randomUUID()),
                                                person(email),
                                                fair.place()))
                        .toList();
        return new RegistrationRequest(
                fair.org(),
                fair.event(),
                Ids.key(),
                new RegistrationId(UUID.randomUUID()),
                people,
                Optional.empty(),
                ifFull);
    }

    /// The same once more, as a client repeats it.
    public static RegistrationRequest again(RegistrationRequest request) {
        return new RegistrationRequest(
                request.org(),
                request.event(),
                request.key(),
                new RegistrationId(UUID.randomUUID()),
                request.attendees(),
                request.hold(),
                request.ifFull());
    }

    public static Person person(String email) {
        return new Person(email, "Ada " + email.length(), Optional.of("Dr"), Optional.empty());
    }

    public static LinkId invite(Fair fair, String email) {
        LinkId id = LinkId.of(fair.event(), "for-" + email.hashCode());
        Storage storage = fair.storage();
        SealedLink link =
                new SealedLink(
                        id,
                        new Reference("for-" + email.hashCode()),
                        fair.event(),
                        1,
                        new Sealed(new byte[] {1}, new byte[] {2}),
                        storage.vault().finder(fair.org(), Person.folded(email)));
        assertThat(storage.links().keep(fair.org(), List.of(link)))
                .isEqualTo(AttendeeLinks.Keeping.KEPT);
        return id;
    }

    public ErasureId ask(String email) {
        AskErasure.Asked asked =
                useCases.ask().ask(fair.org(), "msg-" + UUID.randomUUID(), email, "req-1");
        assertThat(asked.asking()).isEqualTo(Asking.KEPT);
        return asked.id();
    }

    /// Works on whatever is due.
    public void run() {
        while (useCases.run().run()) {
            // There may be more.
        }
    }

    public Progress settled(ErasureId id) {
        run();
        fair.storage().elapse(Erasures.SETTLING.plus(Duration.ofSeconds(1)));
        run();
        return progress(id);
    }

    public Progress forget(String email) {
        return settled(ask(email));
    }

    public Progress progress(ErasureId id) {
        return useCases.show().show(fair.org(), id).orElseThrow().progress();
    }
}
