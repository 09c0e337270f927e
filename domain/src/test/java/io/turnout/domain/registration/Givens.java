package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The one org, event and hall of the rules' tests, and how things may stand there.
final class Givens {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final OrgId ACME = new OrgId("00DTURNOUT0000125A");
    static final EventId FAIR = new EventId("a01000000000001");
    static final EventId OTHER_FAIR = new EventId("a01000000000002");
    static final ItemId TICKET = new ItemId("a02000000000001");
    static final ItemId VIP = new ItemId("a02000000000002");
    static final SessionId WORKSHOP = new SessionId("a03000000000001");
    static final RoomId HALL = RoomId.of(FAIR);
    static final RoomId TICKETS = RoomId.of(TICKET);
    static final RoomId VIPS = RoomId.of(VIP);
    static final RoomId BENCHES = RoomId.of(WORKSHOP);
    static final Place PLAIN = new Place(TICKET, List.of());
    static final Place AT_WORKSHOP = new Place(TICKET, List.of(WORKSHOP));

    private Givens() {}

    static Capacity room(RoomId room, int seats, int held, int taken) {
        return new Capacity(room, new Seats.Limited(seats), held, taken);
    }

    static Capacity uncounted(RoomId room, int held, int taken) {
        return new Capacity(room, new Seats.Unlimited(), held, taken);
    }

    /// A hall with so many seats, so many of them held and taken, in all of its tickets' rooms.
    static Standing hall(int seats, int held, int taken) {
        return standing(
                room(HALL, seats, held, taken),
                uncounted(TICKETS, held, taken),
                uncounted(VIPS, 0, 0),
                uncounted(BENCHES, 0, 0));
    }

    /// A published, licensed event with these rooms, at noon.
    static Standing standing(Capacity... rooms) {
        Map<RoomId, Capacity> known =
                Arrays.stream(rooms).collect(Collectors.toMap(Capacity::room, Function.identity()));
        return new Standing(
                NOON,
                Optional.of(new Offer(EventStatus.PUBLISHED, NOON, NOON.plus(Duration.ofDays(1)))),
                Optional.of(new License("L-1", LicenseStatus.ACTIVE, ACME)),
                known,
                new Earlier.Nothing(),
                Optional.empty(),
                Optional.empty());
    }

    static Standing unlicensed(Standing s) {
        Optional<License> lapsed = Optional.of(new License("L-1", LicenseStatus.EXPIRED, ACME));
        return new Standing(
                s.now(), s.offer(), lapsed, s.rooms(), s.earlier(), s.hold(), s.registration());
    }

    static Standing offering(Standing s, Optional<Offer> offer) {
        return new Standing(
                s.now(), offer, s.license(), s.rooms(), s.earlier(), s.hold(), s.registration());
    }

    static Standing after(Standing s, Earlier earlier) {
        return new Standing(
                s.now(), s.offer(), s.license(), s.rooms(), earlier, s.hold(), s.registration());
    }

    static Standing holding(Standing s, Hold hold) {
        return new Standing(
                s.now(),
                s.offer(),
                s.license(),
                s.rooms(),
                s.earlier(),
                Optional.of(hold),
                s.registration());
    }

    static Standing keeping(Standing s, Registration registration) {
        return new Standing(
                s.now(),
                s.offer(),
                s.license(),
                s.rooms(),
                s.earlier(),
                s.hold(),
                Optional.of(registration));
    }

    static RegistrationRequest group(int size) {
        return request(Collections.nCopies(size, PLAIN));
    }

    static RegistrationRequest request(List<Place> places) {
        List<Attendee> attendees =
                IntStream.range(0, places.size())
                        .mapToObj(i -> new Attendee(attendee(i), person(), places.get(i)))
                        .toList();
        return new RegistrationRequest(
                ACME,
                FAIR,
                new IdempotencyKey("one"),
                new RegistrationId(new UUID(0, 1)),
                attendees,
                Optional.empty());
    }

    private static AttendeeId attendee(int i) {
        return new AttendeeId(new UUID(1, i));
    }

    static Person person() {
        return new Person("zoe@example.org", "Zoë", Optional.empty(), Optional.empty());
    }

    static HoldRequest holdRequest(int places) {
        return new HoldRequest(
                ACME, FAIR, new IdempotencyKey("two"), hold(places).id(), lines(places));
    }

    /// A hold of so many plain tickets that has run for a minute.
    static Hold hold(int places) {
        return new Hold(
                new HoldId(new UUID(2, 2)),
                FAIR,
                lines(places),
                NOON.plus(Duration.ofMinutes(9)),
                HoldStatus.ACTIVE);
    }

    static Hold hold(EventId event, int places, Instant expiresAt, HoldStatus status) {
        return new Hold(new HoldId(new UUID(2, 2)), event, lines(places), expiresAt, status);
    }

    private static List<HoldLine> lines(int places) {
        return List.of(new HoldLine(TICKET, places, List.of()));
    }

    static Registration registration(RegistrationRequest request) {
        return new Registration(
                request.id(),
                ACME,
                FAIR,
                request.seats(),
                NOON,
                RegistrationStatus.CONFIRMED,
                DeliveryState.PENDING);
    }
}
