package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who comes in. One decision covers the event, every item and every chosen session for the whole
/// group, all or nothing (B10). A repeat is recognised before anything is refused; an unknown
/// choice is told before a full room, since waiting will not help it.
public final class Admission {
    private Admission() {}

    /// The decision on one request, from nothing but how things stand.
    public static Decision decide(RegistrationRequest request, Standing standing) {
        return switch (standing.earlier()) {
            case Earlier.SameRegistration(var registration) -> new Decision.Repeated(registration);
            case Earlier.Gone() -> new Decision.Erased();
            case Earlier.SameHold _, Earlier.Another _ -> new Decision.KeyReused();
            case Earlier.Nothing _, Earlier.TicketUsed _ -> admit(request, standing);
        };
    }

    private static Decision admit(RegistrationRequest request, Standing standing) {
        if (standing.offer().isEmpty()) {
            return new Decision.UnknownEvent(request.event());
        }
        if (!standing.offer().get().openAt(standing.now())) {
            return new Decision.Closed(request.event());
        }
        Optional<Decision> uninvited = uninvited(request, standing);
        if (uninvited.isPresent()) {
            return uninvited.get();
        }
        Optional<Hold> hold =
                standing.hold()
                        .filter(kept -> kept.status() == HoldStatus.ACTIVE)
                        .filter(kept -> kept.event().equals(request.event()));
        boolean running = hold.filter(kept -> kept.runningAt(standing.now())).isPresent();
        Demand held = hold.map(Hold::demand).orElse(Demand.NONE);
        Demand wanted = request.demand();
        if (!standing.licensed() && !(running && covers(held, wanted))) {
            return new Decision.Unlicensed(request.org());
        }
        return refusal(wanted, running ? held : Demand.NONE, held, standing)
                .map(refusal -> orWaits(refusal, request, standing))
                .orElseGet(() -> admitted(request, standing, hold));
    }

    private static Optional<Decision> uninvited(RegistrationRequest request, Standing standing) {
        if (request.link().isEmpty()) {
            return Optional.empty();
        }
        Optional<Invitation> invitation =
                standing.invitation().filter(one -> one.event().equals(request.event()));
        if (invitation.isEmpty()) {
            return Optional.of(new Decision.UnknownLink());
        }
        return invitation.get().free().isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Decision.LinkUsed(invitation.get().taken().lastEntry().getValue()));
    }

    private static Decision orWaits(
            Decision refusal, RegistrationRequest request, Standing standing) {
        return refusal instanceof Decision.Full
                        && request.ifFull() == IfFull.WAIT
                        && Waitlist.mayWait(request.demand(), standing)
                ? waitlisted(request, standing)
                : refusal;
    }

    private static Decision waitlisted(RegistrationRequest request, Standing standing) {
        return new Decision.Waitlisted(
                new Registration(
                        request.id(),
                        request.org(),
                        request.event(),
                        request.seats(),
                        standing.now(),
                        RegistrationStatus.WAITLISTED,
                        DeliveryState.NONE,
                        new Waiting.InLine(standing.line().waiting() + 1)));
    }

    private static Optional<Decision> refusal(
            Demand wanted, Demand promised, Demand held, Standing standing) {
        for (RoomId room : wanted.seats().keySet()) {
            if (!standing.rooms().containsKey(room)) {
                return Optional.of(new Decision.UnknownChoice(room));
            }
        }
        for (RoomId room : wanted.seats().keySet()) {
            Capacity capacity = standing.room(room);
            boolean kept = wanted.in(room) <= promised.in(room);
            if (!kept && standing.line().due()) {
                return Optional.of(new Decision.Full(room, 0));
            }
            if (!kept && !capacity.hold(-held.in(room)).admits(wanted.in(room))) {
                return Optional.of(new Decision.Full(room, capacity.remaining().orElse(0)));
            }
        }
        return Optional.empty();
    }

    private static boolean covers(Demand held, Demand wanted) {
        return wanted.seats().entrySet().stream()
                .allMatch(room -> room.getValue() <= held.in(room.getKey()));
    }

    /// Takes the seats and ends the hold whole: what it kept and nobody took is free again.
    private static Decision admitted(
            RegistrationRequest request, Standing standing, Optional<Hold> hold) {
        Demand held = hold.map(Hold::demand).orElse(Demand.NONE);
        Demand wanted = request.demand();
        List<Capacity> after = new ArrayList<>();
        for (RoomId room : wanted.seats().keySet()) {
            Capacity before = standing.room(room);
            after.add(before.hold(-held.in(room)).take(wanted.in(room)));
        }
        for (RoomId room : held.seats().keySet()) {
            if (wanted.in(room) == 0) {
                after.add(standing.room(room).hold(-held.in(room)));
            }
        }
        Registration registration =
                new Registration(
                        request.id(),
                        request.org(),
                        request.event(),
                        request.seats(),
                        standing.now(),
                        RegistrationStatus.CONFIRMED,
                        DeliveryState.PENDING);
        return new Decision.Admitted(
                registration, after, hold.map(ended -> ended.ended(HoldStatus.USED)));
    }
}
