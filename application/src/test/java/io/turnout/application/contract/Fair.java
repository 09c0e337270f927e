package io.turnout.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.MemoryIdSource;
import io.turnout.application.registration.IdSource;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.AcceptRequest;
import io.turnout.domain.registration.Acceptance;
import io.turnout.domain.registration.Admission;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Cancellation;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.HoldLine;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.Holding;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.IfFull;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.ReleaseRequest;
import io.turnout.domain.registration.TendDecision;
import io.turnout.domain.registration.TendRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A licensed org with one event: a hall, two kinds of ticket, and a workshop. Seats for VIPs are
/// never counted, those of the other three as each test wants.
public record Fair(
        Storage storage, OrgId org, EventId event, ItemId ticket, ItemId vip, SessionId workshop) {
    public static final Seats UNCOUNTED = new Seats.Unlimited();
    private static final IdSource IDS = new MemoryIdSource();
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T12:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2100-01-01T12:00:00Z");

    /// A licensed org whose published event has so many seats in its hall.
    public static Fair of(Storage storage, int hall) {
        return of(storage, seats(hall), UNCOUNTED, UNCOUNTED);
    }

    public static Fair of(Storage storage, Seats hall, Seats ticket, Seats workshop) {
        OrgId org = Ids.org();
        storage.welcome(org);
        Fair fair = new Fair(storage, org, Ids.event(), Ids.item(), Ids.item(), Ids.session());
        fair.license(LicenseStatus.ACTIVE);
        fair.publish(1, hall, ticket, workshop);
        return fair;
    }

    /// Another event of the same org.
    public Fair second(int hall) {
        Fair other = new Fair(storage, org, Ids.event(), Ids.item(), Ids.item(), Ids.session());
        other.publish(1, seats(hall), UNCOUNTED, UNCOUNTED);
        return other;
    }

    public static Seats seats(int count) {
        return new Seats.Limited(count);
    }

    public void license(LicenseStatus status) {
        storage.licenses().keep(new License("L-1", status, org));
    }

    public void publish(int edition, Seats hall, Seats ticketSeats, Seats workshopSeats) {
        Map<RoomId, Seats> seats =
                Map.of(
                        hall(), hall,
                        RoomId.of(ticket), ticketSeats,
                        RoomId.of(vip), UNCOUNTED,
                        RoomId.of(workshop), workshopSeats);
        storage.pages().keep(event(edition, EventStatus.PUBLISHED, FAR_OFF), seats);
    }

    /// The organiser wants so many seats in the hall from here on.
    public void reseat(int edition, int hall) {
        publish(edition, seats(hall), UNCOUNTED, UNCOUNTED);
    }

    public void withdraw() {
        storage.pages().withdraw(org, event);
    }

    public void end(int edition) {
        keepEmpty(event(edition, EventStatus.PUBLISHED, LONG_AGO.plusSeconds(1)));
    }

    private void keepEmpty(Event closed) {
        Map<RoomId, Seats> seats =
                Map.of(
                        hall(), UNCOUNTED,
                        RoomId.of(ticket), UNCOUNTED,
                        RoomId.of(vip), UNCOUNTED,
                        RoomId.of(workshop), UNCOUNTED);
        storage.pages().keep(closed, seats);
    }

    public Event event(int edition, EventStatus status, Instant endsAt) {
        return new Event(
                org,
                event,
                "Fair of " + edition,
                LONG_AGO,
                endsAt,
                ZoneOffset.UTC,
                status,
                List.of(
                        new EventItem(ticket, "Ticket", new BigDecimal("12.50")),
                        new EventItem(vip, "VIP", BigDecimal.ZERO)),
                List.of(new EventSession(workshop, "Workshop", LONG_AGO, endsAt)));
    }

    public RoomId hall() {
        return RoomId.of(event);
    }

    public Capacity room(RoomId room) {
        return storage.pages().find(org, event).orElseThrow().room(room);
    }

    public Place place() {
        return new Place(ticket, List.of());
    }

    public Place placeAtWorkshop() {
        return new Place(ticket, List.of(workshop));
    }

    /// A group of so many, each with a plain ticket, under a key of its own.
    public RegistrationRequest group(int size) {
        return request(Ids.key(), Collections.nCopies(size, place()), Optional.empty());
    }

    public RegistrationRequest group(int size, HoldId hold) {
        return request(Ids.key(), Collections.nCopies(size, place()), Optional.of(hold));
    }

    /// A group that will wait if it must.
    public RegistrationRequest patient(int size) {
        return patient(Ids.key(), Collections.nCopies(size, place()));
    }

    public RegistrationRequest patient(IdempotencyKey key, List<Place> places) {
        RegistrationRequest plain = request(key, places, Optional.empty());
        return new RegistrationRequest(
                org, event, key, plain.id(), plain.attendees(), Optional.empty(), IfFull.WAIT);
    }

    /// A group that stands in line from here on.
    public RegistrationId inLine(RegistrationRequest request) {
        assertThat(register(request)).isInstanceOf(Decision.Waitlisted.class);
        return request.id();
    }

    public AcceptDecision accept(RegistrationId registration) {
        AcceptRequest request = new AcceptRequest(org, registration);
        return storage.book().accept(request, standing -> Acceptance.decide(request, standing));
    }

    public TendDecision tend() {
        return storage.book().tend(new TendRequest(org, event));
    }

    public RegistrationStatus status(RegistrationId registration) {
        return find(registration).status();
    }

    public RegistrationRequest one(Place place) {
        return request(Ids.key(), List.of(place), Optional.empty());
    }

    /// The same request once more, as a client repeats it: the same key, other new ids.
    public RegistrationRequest again(RegistrationRequest request) {
        List<Place> places = request.attendees().stream().map(Attendee::place).toList();
        return request(request.key(), places, request.hold());
    }

    public RegistrationRequest request(
            IdempotencyKey key, List<Place> places, Optional<HoldId> hold) {
        List<Attendee> attendees =
                Stream.iterate(0, i -> i + 1)
                        .limit(places.size())
                        .map(i -> attendee(i, places.get(i)))
                        .toList();
        return new RegistrationRequest(
                org, event, key, new RegistrationId(UUID.randomUUID()), attendees, hold);
    }

    private static Attendee attendee(int i, Place place) {
        Person person =
                new Person(
                        "zoë" + i + "@example.org",
                        "Zoë O'Neill " + i,
                        i % 2 == 0 ? Optional.of("Dr") : Optional.empty(),
                        i % 3 == 0 ? Optional.empty() : Optional.of("Łódź & Sons"));
        return new Attendee(new AttendeeId(IDS.next()), person, place);
    }

    public Decision register(RegistrationRequest request) {
        return storage.book().decide(request, standing -> Admission.decide(request, standing));
    }

    public Registration admit(RegistrationRequest request) {
        Decision decision = register(request);
        assertThat(decision).isInstanceOf(Decision.Admitted.class);
        return ((Decision.Admitted) decision).registration();
    }

    public HoldRequest holdRequest(int places) {
        return holdRequest(Ids.key(), places);
    }

    public HoldRequest holdRequest(IdempotencyKey key, int places) {
        return new HoldRequest(
                org,
                event,
                key,
                new HoldId(UUID.randomUUID()),
                List.of(new HoldLine(ticket, places, List.of())));
    }

    public HoldDecision hold(HoldRequest request) {
        return storage.book().hold(request, standing -> Holding.decide(request, standing));
    }

    public Hold held(int places) {
        HoldDecision decision = hold(holdRequest(places));
        assertThat(decision).isInstanceOf(HoldDecision.Held.class);
        return ((HoldDecision.Held) decision).hold();
    }

    public ReleaseDecision release(HoldId hold) {
        ReleaseRequest request = new ReleaseRequest(org, hold);
        return storage.book().release(request, standing -> Holding.release(request, standing));
    }

    public ReleaseDecision expire(HoldId hold) {
        ReleaseRequest request = new ReleaseRequest(org, hold);
        return storage.book().release(request, standing -> Holding.expire(request, standing));
    }

    public CancelDecision cancel(RegistrationId registration) {
        CancelRequest request = new CancelRequest(org, registration);
        return storage.book().cancel(request, standing -> Cancellation.decide(request, standing));
    }

    public Registration find(RegistrationId id) {
        return storage.book().find(org, id).orElseThrow();
    }
}
