package io.turnout.adapters.aws;

import io.turnout.application.scaling.InstanceScaling;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Floor;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/// The tasks of a service. Application Auto Scaling holds the bounds, brings tasks back inside, and
/// moves their number with the load between them; a number wanted by hand lasts until it does.
public final class EcsInstanceScaling implements InstanceScaling {
    private static final ServiceNamespace ECS = ServiceNamespace.ECS;
    private static final ScalableDimension COUNT = ScalableDimension.ECS_SERVICE_DESIRED_COUNT;

    private final EcsService tasks;
    private final ApplicationAutoScalingClient scaling;
    private final ScheduledFloors floors;
    private final InstantSource clock;

    public EcsInstanceScaling(
            EcsService tasks, ApplicationAutoScalingClient scaling, InstantSource clock) {
        this.tasks = tasks;
        this.scaling = scaling;
        this.floors = new ScheduledFloors(scaling, tasks.resource());
        this.clock = clock;
    }

    private String resource() {
        return tasks.resource();
    }

    @Override
    public Answer<Fleet> observe() {
        return bounds().then(this::fleet);
    }

    private Answer<Bounds> bounds() {
        return Asked.of(
                        () ->
                                scaling.describeScalableTargets(
                                                request ->
                                                        request.serviceNamespace(ECS)
                                                                .scalableDimension(COUNT)
                                                                .resourceIds(resource()))
                                        .scalableTargets())
                .then(this::bounds);
    }

    private Answer<Bounds> bounds(List<ScalableTarget> targets) {
        return targets.isEmpty()
                ? Answer.failed(new Failure.Unknown(resource() + " is no scalable target"))
                : new Answer.Done<>(
                        new Bounds(
                                targets.getFirst().minCapacity(),
                                targets.getFirst().maxCapacity()));
    }

    /// A service that is not there is no error of this call: it is missing in the answer.
    private Answer<Fleet> fleet(Bounds bounds) {
        return Asked.of(
                        () ->
                                tasks.ecs()
                                        .describeServices(
                                                request ->
                                                        request.cluster(tasks.cluster())
                                                                .services(tasks.service()))
                                        .services())
                .then(
                        found ->
                                found.isEmpty()
                                        ? Answer.failed(new Failure.Unknown(tasks.service()))
                                        : new Answer.Done<>(
                                                new Fleet(
                                                        found.getFirst().desiredCount(),
                                                        found.getFirst().runningCount(),
                                                        bounds)));
    }

    @Override
    public Answer<Fleet> scaleTo(int desired, Why why) {
        return bounds().then(
                        bounds ->
                                bounds.allow(desired)
                                        ? scale(desired)
                                        : Answer.failed(
                                                new Failure.Refused(
                                                        desired + " is outside " + bounds)));
    }

    private Answer<Fleet> scale(int desired) {
        return Asked.of(
                        () ->
                                tasks.ecs()
                                        .updateService(
                                                request ->
                                                        request.cluster(tasks.cluster())
                                                                .service(tasks.service())
                                                                .desiredCount(desired)))
                .then(_ -> observe());
    }

    @Override
    public Answer<Fleet> bound(Bounds bounds, Why why) {
        return Asked.of(
                        () ->
                                scaling.registerScalableTarget(
                                        request ->
                                                request.serviceNamespace(ECS)
                                                        .scalableDimension(COUNT)
                                                        .resourceId(resource())
                                                        .minCapacity(bounds.min())
                                                        .maxCapacity(bounds.max())))
                .then(_ -> observe())
                .then(this::inside);
    }

    private Answer<Fleet> inside(Fleet now) {
        int clamped = Math.clamp(now.desired(), now.bounds().min(), now.bounds().max());
        return clamped == now.desired() ? new Answer.Done<>(now) : scale(clamped);
    }

    /// AWS raises the bound by itself, and lowers it to what it is today. What has begun already is
    /// raised at once, since it takes no action of the past.
    @Override
    public Answer<Floor> scheduleFloor(Floor floor, Why why) {
        return bounds().then(bounds -> scheduled(floor, bounds, why)).map(_ -> floor);
    }

    private Answer<Floor> scheduled(Floor floor, Bounds bounds, Why why) {
        return floors.base(clock.instant())
                .then(
                        base ->
                                begun(floor, bounds, why)
                                        .then(_ -> floors.ends(floor, base.orElse(bounds.min()))));
    }

    private Answer<Floor> begun(Floor floor, Bounds bounds, Why why) {
        int min = Math.clamp(floor.min(), bounds.min(), bounds.max());
        return floor.from().isAfter(clock.instant())
                ? floors.begins(floor, min)
                : bound(new Bounds(min, bounds.max()), why).map(_ -> floor);
    }

    /// One that holds is lowered at once, as far as others that hold allow.
    @Override
    public Answer<Floor> dropFloor(Floor floor, Why why) {
        return floors.drop(floor)
                .then(
                        after ->
                                after.isEmpty() || floor.from().isAfter(clock.instant())
                                        ? new Answer.Done<>(floor)
                                        : bounds().then(now -> lowered(now, after.getAsInt(), why))
                                                .map(_ -> floor));
    }

    private Answer<Fleet> lowered(Bounds now, int after, Why why) {
        return floors.highest(clock.instant())
                .then(
                        others ->
                                bound(
                                        new Bounds(
                                                Math.min(Math.max(after, others), now.max()),
                                                now.max()),
                                        why));
    }
}
