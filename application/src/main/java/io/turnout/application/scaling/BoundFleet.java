package io.turnout.application.scaling;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.Change;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Fleet;
import java.util.Optional;

/// An operator chooses between how many instances the stack runs, within what the settings allow.
public final class BoundFleet {
    private final ScalingPorts ports;
    private final AuditTrail trail;

    public BoundFleet(ScalingPorts ports, AuditTrail trail) {
        this.ports = ports;
        this.trail = trail;
    }

    /// `Refused` outside the limits of the settings, and where the storage has not room for so
    /// many.
    public Answer<Fleet> bound(Bounds bounds, Author author) {
        Bounds limits = ports.terms().limits();
        if (!limits.allow(bounds.min()) || !limits.allow(bounds.max())) {
            return Answer.failed(
                    new Failure.Refused(
                            "the settings allow " + limits.min() + " to " + limits.max()));
        }
        return ports.scaling()
                .observe()
                .then(
                        now ->
                                ports.connections()
                                        .room()
                                        .flatMap(room -> room.flaw(bounds.max()))
                                        .<Answer<Fleet>>map(
                                                why -> Answer.failed(new Failure.Refused(why)))
                                        .orElseGet(() -> bound(now, bounds, author)));
    }

    private Answer<Fleet> bound(Fleet now, Bounds bounds, Author author) {
        Change change =
                new Change("scaling: bounds", Optional.empty(), "reason=" + author.reason())
                        .value("min", Optional.of(now.bounds().min()), Optional.of(bounds.min()))
                        .value("max", Optional.of(now.bounds().max()), Optional.of(bounds.max()));
        var _ = trail.append(change.by(new Hand(author.actor(), author.request())));
        return ports.scaling()
                .bound(bounds, new Why(author.actor(), author.reason()))
                .map(
                        fleet -> {
                            ports.watch().saw(fleet);
                            return fleet;
                        });
    }
}
