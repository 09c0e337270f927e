package io.turnout.adapters.aws;

import io.turnout.application.scaling.InstanceScaling;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Floor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("'at('yyyy-MM-dd'T'HH:mm:ss')'").withZone(ZoneOffset.UTC);

    private final EcsService tasks;
    private final ApplicationAutoScalingClient scaling;
    private final InstantSource clock;

    public EcsInstanceScaling(
            EcsService tasks, ApplicationAutoScalingClient scaling, InstantSource clock) {
        this.tasks = tasks;
        this.scaling = scaling;
        this.clock = clock;
    }

    private String resource() {
        return "service/" + tasks.cluster() + "/" + tasks.service();
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
        return bounds().then(
                        bounds ->
                                begun(floor, bounds, why)
                                        .then(_ -> act("until", floor.until(), bounds.min())))
                .map(_ -> floor);
    }

    private Answer<Instant> begun(Floor floor, Bounds bounds, Why why) {
        int min = Math.clamp(floor.min(), bounds.min(), bounds.max());
        return floor.from().isAfter(clock.instant())
                ? act("from", floor.from(), min)
                : bound(new Bounds(min, bounds.max()), why).map(_ -> floor.from());
    }

    private Answer<Instant> act(String word, Instant at, int min) {
        return Asked.of(
                () -> {
                    var _ =
                            scaling.putScheduledAction(
                                    request ->
                                            request.serviceNamespace(ECS)
                                                    .scalableDimension(COUNT)
                                                    .resourceId(resource())
                                                    .scheduledActionName(
                                                            "floor-"
                                                                    + word
                                                                    + "-"
                                                                    + at.getEpochSecond())
                                                    .schedule(AT.format(at))
                                                    .scalableTargetAction(
                                                            action -> action.minCapacity(min)));
                    return at;
                });
    }
}
