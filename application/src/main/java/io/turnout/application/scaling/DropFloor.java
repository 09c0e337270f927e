package io.turnout.application.scaling;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.Change;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.scaling.Floor;
import java.util.Optional;

/// An operator takes a floor back, before it begins or while it holds. It stays so, also where it
/// was raised for a sale by itself.
public final class DropFloor {
    private final ScalingPorts ports;
    private final AuditTrail trail;

    public DropFloor(ScalingPorts ports, AuditTrail trail) {
        this.ports = ports;
        this.trail = trail;
    }

    /// `Refused` where there is no such floor.
    public Answer<Floor> drop(Floor floor, Author author) {
        if (!ports.plans().plan().standing().contains(floor)) {
            return Answer.failed(new Failure.Refused("there is no such floor"));
        }
        Change change =
                new Change("scaling: floor dropped", Optional.empty(), "reason=" + author.reason())
                        .value(
                                floor.from() + " to " + floor.until(),
                                Optional.of(floor.min()),
                                Optional.empty());
        var _ = trail.append(change.by(new Hand(author.actor(), author.request())));
        return ports.scaling()
                .dropFloor(floor, new Why(author.actor(), author.reason()))
                .map(
                        dropped -> {
                            var _ = ports.plans().change(plan -> plan.without(dropped));
                            return dropped;
                        });
    }
}
