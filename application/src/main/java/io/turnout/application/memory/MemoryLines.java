package io.turnout.application.memory;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Cancellation;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.Promotion;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.Seat;
import io.turnout.domain.registration.Standing;
import io.turnout.domain.registration.TendRequest;
import io.turnout.domain.registration.Waiter;
import io.turnout.domain.registration.Waiting;
import io.turnout.domain.registration.Waitlist;
import io.turnout.domain.registration.WaitlistRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The lines before the events in memory, in the order in which people came. Whoever calls holds
/// the store.
final class MemoryLines {
    private final MemoryStore store;
    private final InstantSource clock;

    MemoryLines(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Offers what is free to those who wait.
    void serve(MemoryStore.Tables org, EventId event) {
        Standing standing = org.standing(event, clock.instant(), new Earlier.Nothing());
        boolean open = standing.offer().filter(kept -> kept.openAt(standing.now())).isPresent();
        if (!open || !standing.licensed()) {
            return;
        }
        Promotion promotion = Waitlist.promote(waiters(org, event), standing.rooms());
        Instant until = WaitlistRule.USUAL.until(standing.offer().orElseThrow(), standing.now());
        org.put(event, promotion.capacities());
        promotion.offered().forEach(waiter -> offer(org, waiter, until));
    }

    private static List<Waiter> waiters(MemoryStore.Tables org, EventId event) {
        return org.line.values().stream()
                .filter(request -> request.event().equals(event))
                .map(request -> new Waiter(request.id(), request.demand()))
                .toList();
    }

    private void offer(MemoryStore.Tables org, Waiter waiter, Instant until) {
        RegistrationRequest request = org.line.remove(waiter.registration());
        Registration kept = org.registrations.get(waiter.registration());
        if (request == null || kept == null) {
            throw new IllegalStateException("offered to nobody: " + waiter.registration());
        }
        org.registrations.put(kept.id(), kept.offered(until));
        for (Attendee attendee : request.attendees()) {
            OwedAttendee owed =
                    new OwedAttendee(
                            attendee.id(),
                            1,
                            request.event(),
                            attendee.person(),
                            attendee.place(),
                            RegistrationStatus.OFFERED);
            org.outbox.put(attendee.id(), MemoryRow.owed(owed, clock.instant()));
        }
    }

    /// Keeps what became of a registration, with its seats and what is owed for it.
    void keep(MemoryStore.Tables org, Registration changed, List<Capacity> capacities) {
        org.put(changed.event(), capacities);
        org.registrations.put(changed.id(), changed);
        if (org.line.remove(changed.id()) == null) {
            changed.seats().forEach(seat -> owe(org, seat, changed.status()));
        }
        serve(org, changed.event());
    }

    private void owe(MemoryStore.Tables org, Seat seat, RegistrationStatus status) {
        MemoryRow row = org.outbox.get(seat.attendee());
        if (row == null) {
            throw new IllegalStateException("nothing was ever owed for " + seat.attendee());
        }
        OwedAttendee before = row.owed();
        OwedAttendee owed =
                new OwedAttendee(
                        before.id(),
                        before.version() + 1,
                        before.event(),
                        before.person(),
                        before.place(),
                        status);
        org.outbox.put(seat.attendee(), row.next(owed, clock.instant()));
    }

    void tend(TendRequest request) {
        MemoryStore.Tables org = store.of(request.org());
        ended(org, request.event()).forEach(offer -> lapse(org, offer));
        serve(org, request.event());
    }

    private List<Registration> ended(MemoryStore.Tables org, EventId event) {
        return org.registrations.values().stream()
                .filter(kept -> kept.event().equals(event) && isOver(kept))
                .toList();
    }

    private boolean isOver(Registration kept) {
        return kept.waiting() instanceof Waiting.Offered offer && !offer.runningAt(clock.instant());
    }

    private void lapse(MemoryStore.Tables org, Registration offer) {
        Standing standing =
                org.standing(offer.event(), clock.instant(), new Earlier.Nothing())
                        .with(Optional.of(offer));
        CancelRequest request = new CancelRequest(offer.org(), offer.id());
        if (Cancellation.decide(request, standing)
                instanceof CancelDecision.Cancelled(var lapsed, var capacities)) {
            keep(org, lapsed, capacities);
        }
    }

    /// Every line in which somebody waits or an offer is over: looking costs nothing here.
    List<TendRequest> untended(int limit) {
        Set<TendRequest> lines = new LinkedHashSet<>();
        for (Map.Entry<OrgId, MemoryStore.Tables> org : store.orgs.entrySet()) {
            List<EventId> events = new ArrayList<>();
            org.getValue().registrations.values().stream()
                    .filter(this::isOver)
                    .forEach(kept -> events.add(kept.event()));
            org.getValue().line.values().forEach(request -> events.add(request.event()));
            events.forEach(event -> lines.add(new TendRequest(org.getKey(), event)));
        }
        return lines.stream().limit(limit).toList();
    }
}
