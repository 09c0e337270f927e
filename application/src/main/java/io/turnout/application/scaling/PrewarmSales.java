package io.turnout.application.scaling;

import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Floor;
import io.turnout.domain.scaling.Prewarm;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.time.Instant;
import java.util.List;

/// Raises the floor ahead of every sale whose start is known: those for which a waiting room was
/// opened that calls nobody yet.
public final class PrewarmSales {
    private static final Why WHY = new Why(TendFleet.ACTOR, "a sale is about to start");

    private final ScalingPorts ports;
    private final WaitingRooms rooms;

    public PrewarmSales(ScalingPorts ports, WaitingRooms rooms) {
        this.ports = ports;
        this.rooms = rooms;
    }

    /// How many floors were added. What is there already, or was dropped, is left as it is, so that
    /// any instance may do it at any time.
    public int prewarm() {
        Prewarm rule = ports.terms().prewarm();
        if (rule.isNone() || ports.terms().tracker() == ScalingTerms.Tracker.NOBODY) {
            return 0;
        }
        Instant now = ports.clock().instant();
        List<Floor> wanted =
                rooms.open().stream()
                        .map(WaitingRoom::startsAt)
                        .filter(now::isBefore)
                        .map(rule::before)
                        .distinct()
                        .toList();
        int added = 0;
        for (Floor floor : wanted) {
            added += raise(floor, now) ? 1 : 0;
        }
        return added;
    }

    private boolean raise(Floor floor, Instant now) {
        var plan = ports.plans().plan();
        if (plan.knows(floor) || !plan.hasRoom(now)) {
            return false;
        }
        boolean raised = ports.scaling().scheduleFloor(floor, WHY) instanceof Answer.Done<Floor>;
        if (raised) {
            var _ = ports.plans().change(one -> one.with(floor, now));
        }
        return raised;
    }
}
