package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who may keep seats for a while: the rules of admission, for seats that are held and not taken.
public final class Holding {
    private Holding() {}

    public static HoldDecision decide(HoldRequest request, Standing standing) {
        return switch (standing.earlier()) {
            case Earlier.SameHold(var hold) -> new HoldDecision.Repeated(hold);
            case Earlier.SameRegistration _, Earlier.Another _, Earlier.Gone _ ->
                    new HoldDecision.KeyReused();
            case Earlier.Nothing _, Earlier.TicketUsed _ -> hold(request, standing);
        };
    }

    private static HoldDecision hold(HoldRequest request, Standing standing) {
        if (standing.offer().isEmpty()) {
            return new HoldDecision.UnknownEvent(request.event());
        }
        if (!standing.offer().get().openAt(standing.now())) {
            return new HoldDecision.Closed(request.event());
        }
        if (!standing.licensed()) {
            return new HoldDecision.Unlicensed(request.org());
        }
        Demand demand = request.demand();
        for (RoomId room : demand.seats().keySet()) {
            if (!standing.rooms().containsKey(room)) {
                return new HoldDecision.UnknownChoice(room);
            }
        }
        List<Capacity> after = new ArrayList<>();
        for (Map.Entry<RoomId, Integer> wanted : demand.seats().entrySet()) {
            Capacity capacity = standing.room(wanted.getKey());
            if (standing.line().due()) {
                return new HoldDecision.Full(capacity.room(), 0);
            }
            if (!capacity.admits(wanted.getValue())) {
                return new HoldDecision.Full(capacity.room(), capacity.remaining().orElse(0));
            }
            after.add(capacity.hold(wanted.getValue()));
        }
        Hold hold =
                new Hold(
                        request.id(),
                        request.event(),
                        request.lines(),
                        standing.now().plus(Hold.LIFE),
                        HoldStatus.ACTIVE);
        return new HoldDecision.Held(hold, after);
    }

    /// The visitor gives the hold up.
    public static ReleaseDecision release(ReleaseRequest request, Standing standing) {
        return end(request, standing, HoldStatus.RELEASED);
    }

    /// The hold's time ran out.
    public static ReleaseDecision expire(ReleaseRequest request, Standing standing) {
        if (standing.hold().filter(hold -> hold.runningAt(standing.now())).isPresent()) {
            return new ReleaseDecision.StillRunning(standing.hold().get());
        }
        return end(request, standing, HoldStatus.EXPIRED);
    }

    private static ReleaseDecision end(ReleaseRequest request, Standing standing, HoldStatus how) {
        if (standing.hold().isEmpty()) {
            return new ReleaseDecision.UnknownHold(request.hold());
        }
        Hold hold = standing.hold().get();
        if (hold.status() != HoldStatus.ACTIVE) {
            return new ReleaseDecision.AlreadyEnded(hold);
        }
        List<Capacity> after =
                hold.demand().seats().entrySet().stream()
                        .map(held -> standing.room(held.getKey()).hold(-held.getValue()))
                        .toList();
        return new ReleaseDecision.Released(hold.ended(how), after);
    }
}
