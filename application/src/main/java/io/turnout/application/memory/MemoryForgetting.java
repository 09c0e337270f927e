package io.turnout.application.memory;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.application.privacy.Vault.Use;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.Seat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Erases one person from what an org keeps in memory. Whoever calls holds the store.
record MemoryForgetting(MemoryStore.Tables org, MemoryVault vault, Turn turn, Instant now) {
    /// Those kept before they asked.
    Stream<Registration> registrations() {
        return org.registrations.values().stream()
                .filter(
                        one ->
                                one.seats().stream()
                                        .map(Seat::attendee)
                                        .anyMatch(seat -> isThem(seat, one)));
    }

    boolean isThem(AttendeeId seat, Registration one) {
        return !one.createdAt().isAfter(turn.wish().asked()) && isThem(seat);
    }

    private boolean isThem(AttendeeId id) {
        Person person = org.people.get(id);
        return person != null
                && Arrays.equals(
                        vault.digest(turn.org(), Use.EMAIL, Person.folded(person.email())),
                        turn.wish().bytes());
    }

    List<AttendeeId> attendees() {
        return registrations()
                .flatMap(one -> one.seats().stream())
                .map(Seat::attendee)
                .filter(this::isThem)
                .toList();
    }

    Erased forget() {
        List<RegistrationId> registrations = registrations().map(Registration::id).toList();
        List<AttendeeId> attendees = attendees();
        attendees.forEach(org.people::remove);
        attendees.forEach(id -> org.erased.put(id, turn.wish().id()));
        org.line.replaceAll((_, request) -> without(request));
        List<LinkId> links = links();
        links.forEach(org.links::remove);
        int invitations = invitations(links);
        org.invited.values().removeAll(Set.copyOf(links));
        return new Erased(
                        registrations.size(),
                        attendees.size(),
                        links.size(),
                        attendees.size() + links.size(),
                        answers(Set.copyOf(registrations)),
                        0,
                        0,
                        invitations)
                .plus(writes(attendees));
    }

    private int invitations(List<LinkId> links) {
        int owed = 0;
        for (MemoryOwedLinks.Row row : List.copyOf(org.minted.values())) {
            if (links.contains(row.owed().link())) {
                MemoryOwedLinks.Row nobody = row.forgotten(now);
                org.minted.put(row.owed().record(), nobody);
                org.uninvited.put(row.owed().record(), turn.wish().id());
                owed += nobody.state() == MemoryOwedLinks.State.WAITING ? 1 : 0;
            }
        }
        return owed;
    }

    private RegistrationRequest without(RegistrationRequest request) {
        return new RegistrationRequest(
                request.org(),
                request.event(),
                request.key(),
                request.id(),
                request.attendees().stream().map(this::without).toList(),
                request.hold(),
                request.ifFull(),
                request.ticket(),
                request.link());
    }

    private Attendee without(Attendee one) {
        return org.erased.containsKey(one.id())
                ? new Attendee(one.id(), Person.nobody(one.id()), one.place())
                : one;
    }

    private List<LinkId> links() {
        return org.links.values().stream()
                .filter(link -> Arrays.equals(link.finder(), turn.wish().bytes()))
                .map(link -> link.id())
                .filter(
                        id ->
                                !org.linksKept
                                        .getOrDefault(id, Instant.MIN)
                                        .isAfter(turn.wish().asked()))
                .toList();
    }

    private int answers(Set<RegistrationId> registrations) {
        var emptied =
                org.keys.entrySet().stream()
                        .filter(
                                key ->
                                        key.getValue()
                                                        instanceof
                                                        MemoryStore.Kept.ARegistration(_, var id)
                                                && registrations.contains(id))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        key ->
                                                new MemoryStore.Kept.Gone(
                                                        ((MemoryStore.Kept.ARegistration)
                                                                        key.getValue())
                                                                .id())));
        org.keys.putAll(emptied);
        return emptied.size();
    }

    private Erased writes(List<AttendeeId> attendees) {
        int withdrawn = 0;
        int setAside = 0;
        int owed = 0;
        for (AttendeeId id : attendees) {
            MemoryRow row = org.outbox.get(id);
            if (row == null) {
                continue;
            }
            setAside += row.state() == Outbox.State.SET_ASIDE ? 1 : 0;
            if (row.owed().status() == RegistrationStatus.CANCELLED && neverLeft(row)) {
                var _ = org.outbox.remove(id);
                withdrawn++;
            } else {
                var _ = org.outbox.put(id, row.next(nobody(row.owed()), now));
                owed++;
            }
        }
        return new Erased(0, 0, 0, 0, 0, withdrawn, setAside, owed);
    }

    private boolean neverLeft(MemoryRow row) {
        return row.call().isEmpty()
                && row.arrival().isEmpty()
                && org.jobs.stream().noneMatch(job -> job.has(row.owed().id()));
    }

    private static OwedAttendee nobody(OwedAttendee before) {
        return new OwedAttendee(
                before.id(),
                before.version() + 1,
                before.event(),
                Person.nobody(before.id()),
                before.place(),
                before.status());
    }
}
