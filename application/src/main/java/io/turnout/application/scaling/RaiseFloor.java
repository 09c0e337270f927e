package io.turnout.application.scaling;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.Change;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.scaling.Floor;
import java.time.Instant;
import java.util.Optional;

/// An operator has more instances run for a while: before an opening that they know of.
public final class RaiseFloor {
    private final ScalingPorts ports;
    private final AuditTrail trail;

    public RaiseFloor(ScalingPorts ports, AuditTrail trail) {
        this.ports = ports;
        this.trail = trail;
    }

    /// `Refused` where it is over, above what the settings allow, or one too many.
    public Answer<Floor> raise(Floor floor, Author author) {
        Instant now = ports.clock().instant();
        int max = ports.terms().limits().max();
        if (!floor.until().isAfter(now)) {
            return refused("that is over");
        }
        if (floor.min() > max) {
            return refused("the settings allow " + max);
        }
        if (!ports.plans().plan().hasRoom(now)) {
            return refused("there are too many floors already");
        }
        Change change =
                new Change("scaling: floor", Optional.empty(), "reason=" + author.reason())
                        .value(
                                floor.from() + " to " + floor.until(),
                                Optional.empty(),
                                Optional.of(floor.min()));
        var _ = trail.append(change.by(new Hand(author.actor(), author.request())));
        return ports.scaling()
                .scheduleFloor(floor, new Why(author.actor(), author.reason()))
                .map(
                        raised -> {
                            var _ = ports.plans().change(plan -> plan.with(raised, now));
                            return raised;
                        });
    }

    private static Answer<Floor> refused(String why) {
        return Answer.failed(new Failure.Refused(why));
    }
}
