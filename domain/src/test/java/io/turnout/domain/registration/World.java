package io.turnout.domain.registration;

import static io.turnout.domain.registration.Givens.ACME;
import static io.turnout.domain.registration.Givens.FAIR;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// One event that lives by chance. It keeps what the rules decide as a book does, and counts all
/// of it once more by hand.
final class World {
    private static final List<Place> PLACES =
            List.of(Givens.PLAIN, Givens.AT_WORKSHOP, new Place(Givens.VIP, List.of()));

    private final RandomGenerator chance;
    private final Map<RoomId, Capacity> rooms = new LinkedHashMap<>();
    private final Map<RegistrationId, Registration> registrations = new LinkedHashMap<>();
    private final Map<HoldId, Hold> holds = new LinkedHashMap<>();
    private final Map<RoomId, Integer> before = new LinkedHashMap<>();
    private Instant now = Givens.NOON;
    private LicenseStatus license = LicenseStatus.ACTIVE;
    private int last;

    World(RandomGenerator chance) {
        this.chance = chance;
        for (RoomId room : List.of(Givens.HALL, Givens.TICKETS, Givens.VIPS, Givens.BENCHES)) {
            rooms.put(room, new Capacity(room, seats(), 0, 0));
        }
    }

    private Seats seats() {
        return chance.nextInt(5) == 0
                ? new Seats.Unlimited()
                : new Seats.Limited(chance.nextInt(60));
    }

    int admitted() {
        return registrations.size();
    }

    /// Does one thing, lets the line have what came back, and says what it was.
    String step() {
        rooms.forEach((room, capacity) -> before.put(room, inside(capacity)));
        String what = act();
        promote();
        return what;
    }

    private void promote() {
        if (license == LicenseStatus.ACTIVE) {
            Promotion promotion = Waitlist.promote(line(), rooms);
            put(promotion.capacities());
            promotion
                    .offered()
                    .forEach(
                            waiter ->
                                    registrations.computeIfPresent(
                                            waiter.registration(),
                                            (_, one) -> one.offered(now.plusSeconds(900))));
        }
    }

    private List<Waiter> line() {
        return registrations.values().stream()
                .filter(one -> one.status() == RegistrationStatus.WAITLISTED)
                .map(one -> new Waiter(one.id(), one.demand()))
                .toList();
    }

    private String act() {
        return switch (chance.nextInt(22)) {
            case 0 -> reseat();
            case 1 -> pass();
            case 2 -> relicense();
            case 3, 4, 5 -> cancel();
            case 6, 7 -> end();
            case 8, 9, 10, 11 -> hold();
            case 12, 13 -> accept();
            default -> register();
        };
    }

    private String reseat() {
        RoomId room = pick(List.copyOf(rooms.keySet()));
        Capacity old = standing(Optional.empty(), Optional.empty()).room(room);
        rooms.put(room, new Capacity(room, seats(), old.held(), old.taken()));
        return "reseat " + room;
    }

    private String pass() {
        now = now.plusSeconds(chance.nextInt(400));
        return "time passes";
    }

    private String relicense() {
        license = chance.nextInt(3) == 0 ? LicenseStatus.EXPIRED : LicenseStatus.ACTIVE;
        return "licence " + license;
    }

    private String register() {
        List<Place> places =
                Stream.generate(() -> pick(PLACES)).limit(1 + chance.nextInt(6)).toList();
        Optional<Hold> hold =
                chance.nextBoolean() || holds.isEmpty() ? Optional.empty() : Optional.of(anyHold());
        RegistrationRequest plain = Givens.request(places);
        RegistrationRequest request =
                new RegistrationRequest(
                        ACME,
                        FAIR,
                        plain.key(),
                        new RegistrationId(next()),
                        plain.attendees(),
                        hold.map(Hold::id),
                        chance.nextBoolean() ? IfFull.WAIT : IfFull.REFUSE);
        Decision decision = Admission.decide(request, standing(hold, Optional.empty()));
        if (decision instanceof Decision.Admitted(var kept, var after, var used)) {
            registrations.put(kept.id(), kept);
            used.ifPresent(ended -> holds.put(ended.id(), ended));
            put(after);
        }
        if (decision instanceof Decision.Waitlisted(var waiting)) {
            registrations.put(waiting.id(), waiting);
        }
        return request + " with " + hold + " -> " + decision;
    }

    private String hold() {
        Place place = pick(PLACES);
        HoldLine line = new HoldLine(place.item(), 1 + chance.nextInt(6), place.sessions());
        HoldRequest request =
                new HoldRequest(
                        ACME, FAIR, new IdempotencyKey("k"), new HoldId(next()), List.of(line));
        HoldDecision decision =
                Holding.decide(request, standing(Optional.empty(), Optional.empty()));
        if (decision instanceof HoldDecision.Held(var kept, var after)) {
            holds.put(kept.id(), kept);
            put(after);
        }
        return request + " -> " + decision;
    }

    private String end() {
        if (holds.isEmpty()) {
            return "nothing to release";
        }
        Hold hold = anyHold();
        ReleaseRequest request = new ReleaseRequest(ACME, hold.id());
        Standing standing = standing(Optional.of(hold), Optional.empty());
        ReleaseDecision decision =
                chance.nextBoolean()
                        ? Holding.release(request, standing)
                        : Holding.expire(request, standing);
        if (decision instanceof ReleaseDecision.Released(var ended, var after)) {
            holds.put(ended.id(), ended);
            put(after);
        }
        return request + " -> " + decision;
    }

    private String cancel() {
        if (registrations.isEmpty()) {
            return "nothing to cancel";
        }
        Registration kept = pick(List.copyOf(registrations.values()));
        CancelDecision decision =
                Cancellation.decide(
                        new CancelRequest(ACME, kept.id()),
                        standing(Optional.empty(), Optional.of(kept)));
        if (decision instanceof CancelDecision.Cancelled(var gone, var after)) {
            registrations.put(gone.id(), gone);
            put(after);
        }
        return "cancel " + kept.id() + " -> " + decision;
    }

    private String accept() {
        if (registrations.isEmpty()) {
            return "nothing to accept";
        }
        Registration kept = pick(List.copyOf(registrations.values()));
        AcceptDecision decision =
                Acceptance.decide(
                        new AcceptRequest(ACME, kept.id()),
                        standing(Optional.empty(), Optional.of(kept)));
        if (decision instanceof AcceptDecision.Accepted(var accepted, var after)) {
            registrations.put(accepted.id(), accepted);
            put(after);
        }
        return "accept " + kept.id() + " -> " + decision;
    }

    /// Rooms whose counter is not what was admitted and held, or that let somebody in while over;
    /// and who waits for seats that are free.
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (license == LicenseStatus.ACTIVE) {
            Waitlist.promote(line(), rooms)
                    .offered()
                    .forEach(waiter -> faults.add(waiter + " waits for nothing"));
        }
        for (Capacity room : rooms.values()) {
            int taken =
                    registrations.values().stream()
                            .filter(kept -> kept.status() == RegistrationStatus.CONFIRMED)
                            .mapToInt(kept -> kept.demand().in(room.room()))
                            .sum();
            int held =
                    holds.values().stream()
                            .filter(kept -> kept.status() == HoldStatus.ACTIVE)
                            .mapToInt(kept -> kept.demand().in(room.room()))
                            .sum();
            held +=
                    registrations.values().stream()
                            .filter(kept -> kept.status() == RegistrationStatus.OFFERED)
                            .mapToInt(kept -> kept.demand().in(room.room()))
                            .sum();
            if (room.taken() != taken || room.held() != held) {
                faults.add(room + " but " + taken + " taken and " + held + " held");
            }
            if (room.over() && inside(room) > before.getOrDefault(room.room(), 0)) {
                faults.add(room + " let somebody in while over");
            }
        }
        return faults;
    }

    private static int inside(Capacity room) {
        return room.taken() + room.held();
    }

    private void put(List<Capacity> after) {
        after.forEach(room -> rooms.put(room.room(), room));
    }

    private Standing standing(Optional<Hold> hold, Optional<Registration> registration) {
        return new Standing(
                now,
                Optional.of(new Offer(EventStatus.PUBLISHED, Instant.MAX, Instant.MAX)),
                Optional.of(new License("L-1", license, ACME)),
                Map.copyOf(rooms),
                new Earlier.Nothing(),
                hold,
                registration,
                new Line(line().size(), 50, false));
    }

    private Hold anyHold() {
        return pick(List.copyOf(holds.values()));
    }

    private <T> T pick(List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }

    private UUID next() {
        return new UUID(7, ++last);
    }
}
