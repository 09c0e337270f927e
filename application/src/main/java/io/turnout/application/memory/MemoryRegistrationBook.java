package io.turnout.application.memory;

import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.AcceptRequest;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.HoldStatus;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.ReleaseRequest;
import io.turnout.domain.registration.Standing;
import io.turnout.domain.registration.TendDecision;
import io.turnout.domain.registration.TendRequest;
import io.turnout.domain.waitingroom.Ticket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The book in memory: one request after another, under one lock.
public final class MemoryRegistrationBook implements RegistrationBook {
    private final MemoryStore store;
    private final InstantSource clock;
    private final MemoryLines lines;

    MemoryRegistrationBook(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.lines = new MemoryLines(store, clock);
    }

    @Override
    public Decision decide(RegistrationRequest request, Function<Standing, Decision> rule) {
        synchronized (store) {
            MemoryStore.Tables org = store.of(request.org());
            lines.serve(org, request.event());
            Decision decision = rule.apply(standing(org, request));
            if (decision instanceof Decision.Admitted admitted) {
                keep(org, request, admitted);
                request.ticket().map(MemoryStore.Used::of).ifPresent(org.usedTickets::add);
            }
            if (decision instanceof Decision.Waitlisted(var waiting)) {
                keep(org, request, waiting);
                org.line.put(waiting.id(), request);
                request.ticket().map(MemoryStore.Used::of).ifPresent(org.usedTickets::add);
            }
            return decision;
        }
    }

    private Standing standing(MemoryStore.Tables org, RegistrationRequest request) {
        Earlier earlier =
                withTicket(earlier(org, request.key(), content(request)), request.ticket(), org);
        return org.standing(request.event(), clock.instant(), earlier)
                .holding(request.hold().map(org.holds::get))
                .invited(request.link().flatMap(org::invitation));
    }

    @Override
    public Decision look(RegistrationRequest request, Function<Standing, Decision> rule) {
        synchronized (store) {
            return rule.apply(standing(store.of(request.org()), request));
        }
    }

    private void keep(
            MemoryStore.Tables org, RegistrationRequest request, Decision.Admitted admitted) {
        Registration registration = admitted.registration();
        org.put(request.event(), admitted.capacities());
        admitted.usedHold().ifPresent(hold -> org.holds.put(hold.id(), hold));
        keep(org, request, registration);
        for (Attendee attendee : request.attendees()) {
            OwedAttendee owed =
                    new OwedAttendee(
                            attendee.id(),
                            1,
                            request.event(),
                            attendee.person(),
                            attendee.place(),
                            RegistrationStatus.CONFIRMED);
            org.outbox.put(attendee.id(), MemoryRow.owed(owed, registration.createdAt()));
        }
        lines.serve(org, request.event());
    }

    private static void keep(
            MemoryStore.Tables org, RegistrationRequest request, Registration registration) {
        org.registrations.put(registration.id(), registration);
        request.attendees().forEach(one -> org.people.put(one.id(), one.person()));
        request.link().ifPresent(link -> org.invited.put(registration.id(), link));
        org.keys.put(
                request.key(),
                new MemoryStore.Kept.ARegistration(content(request), registration.id()));
    }

    private Standing standing(MemoryStore.Tables org, HoldRequest request) {
        Earlier earlier =
                withTicket(earlier(org, request.key(), content(request)), request.ticket(), org);
        return org.standing(request.event(), clock.instant(), earlier);
    }

    @Override
    public HoldDecision lookHold(HoldRequest request, Function<Standing, HoldDecision> rule) {
        synchronized (store) {
            return rule.apply(standing(store.of(request.org()), request));
        }
    }

    @Override
    public HoldDecision hold(HoldRequest request, Function<Standing, HoldDecision> rule) {
        synchronized (store) {
            MemoryStore.Tables org = store.of(request.org());
            lines.serve(org, request.event());
            HoldDecision decision = rule.apply(standing(org, request));
            if (decision instanceof HoldDecision.Held(var hold, var capacities)) {
                org.put(request.event(), capacities);
                org.holds.put(hold.id(), hold);
                org.keys.put(
                        request.key(), new MemoryStore.Kept.AHold(content(request), hold.id()));
                request.ticket().map(MemoryStore.Used::of).ifPresent(org.usedTickets::add);
            }
            return decision;
        }
    }

    @Override
    public CancelDecision cancel(CancelRequest request, Function<Standing, CancelDecision> rule) {
        synchronized (store) {
            MemoryStore.Tables org = store.of(request.org());
            Optional<Registration> kept = find(request.org(), request.registration());
            CancelDecision decision = rule.apply(standing(org, kept));
            if (decision instanceof CancelDecision.Cancelled(var cancelled, var capacities)) {
                lines.keep(org, cancelled, capacities);
            }
            return decision;
        }
    }

    @Override
    public AcceptDecision accept(AcceptRequest request, Function<Standing, AcceptDecision> rule) {
        synchronized (store) {
            MemoryStore.Tables org = store.of(request.org());
            Optional<Registration> kept = find(request.org(), request.registration());
            AcceptDecision decision = rule.apply(standing(org, kept));
            if (decision instanceof AcceptDecision.Accepted(var accepted, var capacities)) {
                lines.keep(org, accepted, capacities);
            }
            return decision;
        }
    }

    @Override
    public TendDecision tend(TendRequest request) {
        synchronized (store) {
            lines.tend(request);
            return new TendDecision.Tended();
        }
    }

    @Override
    public List<TendRequest> untended(int limit) {
        synchronized (store) {
            return lines.untended(limit);
        }
    }

    private Standing standing(MemoryStore.Tables org, Optional<Registration> kept) {
        return kept.map(
                        named ->
                                org.standing(named.event(), clock.instant(), new Earlier.Nothing())
                                        .with(kept))
                .orElseGet(
                        () ->
                                new Standing(
                                        clock.instant(),
                                        Optional.empty(),
                                        org.license,
                                        java.util.Map.of(),
                                        new Earlier.Nothing(),
                                        Optional.empty(),
                                        Optional.empty()));
    }

    @Override
    public ReleaseDecision release(
            ReleaseRequest request, Function<Standing, ReleaseDecision> rule) {
        synchronized (store) {
            MemoryStore.Tables org = store.of(request.org());
            Optional<Hold> kept = Optional.ofNullable(org.holds.get(request.hold()));
            Standing standing =
                    kept.map(
                                    hold ->
                                            org.standing(
                                                    hold.event(),
                                                    clock.instant(),
                                                    new Earlier.Nothing()))
                            .orElseGet(() -> standing(org, Optional.empty()));
            ReleaseDecision decision = rule.apply(standing.holding(kept));
            if (decision instanceof ReleaseDecision.Released(var hold, var capacities)) {
                org.put(hold.event(), capacities);
                org.holds.put(hold.id(), hold);
                lines.serve(org, hold.event());
            }
            return decision;
        }
    }

    @Override
    public Optional<Registration> find(OrgId org, RegistrationId id) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            return Optional.ofNullable(tables.registrations.get(id))
                    .map(kept -> MemoryDelivery.seenBy(tables, kept));
        }
    }

    @Override
    public List<ReleaseRequest> expired(int limit) {
        synchronized (store) {
            Instant now = clock.instant();
            List<ReleaseRequest> requests = new ArrayList<>();
            store.orgs.forEach(
                    (org, tables) ->
                            tables.holds.values().stream()
                                    .filter(hold -> hold.status() == HoldStatus.ACTIVE)
                                    .filter(hold -> !hold.runningAt(now))
                                    .sorted(Comparator.comparing(Hold::expiresAt))
                                    .forEach(
                                            hold ->
                                                    requests.add(
                                                            new ReleaseRequest(org, hold.id()))));
            return requests.stream().limit(limit).toList();
        }
    }

    private static Earlier withTicket(
            Earlier earlier, Optional<Ticket> ticket, MemoryStore.Tables org) {
        boolean used =
                ticket.map(MemoryStore.Used::of).filter(org.usedTickets::contains).isPresent();
        return earlier instanceof Earlier.Nothing && used ? new Earlier.TicketUsed() : earlier;
    }

    private static Earlier earlier(MemoryStore.Tables org, IdempotencyKey key, Object content) {
        return switch (org.keys.get(key)) {
            case null -> new Earlier.Nothing();
            case MemoryStore.Kept.ARegistration(var request, var id) when request.equals(content) ->
                    new Earlier.SameRegistration(
                            MemoryDelivery.seenBy(org, kept(org.registrations.get(id))));
            case MemoryStore.Kept.AHold(var request, var id) when request.equals(content) ->
                    new Earlier.SameHold(kept(org.holds.get(id)));
            case MemoryStore.Kept.Gone _ -> new Earlier.Gone();
            case MemoryStore.Kept _ -> new Earlier.Another();
        };
    }

    private static <T> T kept(@org.jspecify.annotations.Nullable T value) {
        return java.util.Objects.requireNonNull(value, "a key outlived what it stands for");
    }

    private record Group(Object event, List<Entry> entries, List<Object> more) {}

    private record Entry(Person person, Place place) {}

    /// What makes two requests the same: everything but the ids they would get.
    private static Object content(RegistrationRequest request) {
        List<Entry> entries =
                request.attendees().stream().map(a -> new Entry(a.person(), a.place())).toList();
        List<Object> more = List.of(request.hold(), request.ifFull(), request.link());
        return new Group(request.event(), entries, more);
    }

    private static Object content(HoldRequest request) {
        return List.of(request.event(), request.lines());
    }
}
