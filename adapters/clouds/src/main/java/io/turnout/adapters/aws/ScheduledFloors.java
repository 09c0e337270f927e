package io.turnout.adapters.aws;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.scaling.Floor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/// Floors of a service as scheduled actions: one raises the lower bound when a floor begins, one
/// lowers it when it ends. Their names say which floor they are of.
record ScheduledFloors(ApplicationAutoScalingClient scaling, String resource) {
    private static final ServiceNamespace ECS = ServiceNamespace.ECS;
    private static final ScalableDimension COUNT = ScalableDimension.ECS_SERVICE_DESIRED_COUNT;
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("'at('yyyy-MM-dd'T'HH:mm:ss')'").withZone(ZoneOffset.UTC);
    private static final String BEGINS = "-begins";
    private static final String ENDS = "-ends";
    private static final Pattern ENDING = Pattern.compile("floor-([0-9]+)-[0-9]+-([0-9]+)-ends");
    private static final int PAGE = 100;

    private static String name(Floor floor, String word) {
        return "floor-"
                + floor.from().getEpochSecond()
                + "-"
                + floor.until().getEpochSecond()
                + "-"
                + floor.min()
                + word;
    }

    Answer<Floor> begins(Floor floor, int min) {
        return act(floor, name(floor, BEGINS), floor.from(), min);
    }

    Answer<Floor> ends(Floor floor, int min) {
        return act(floor, name(floor, ENDS), floor.until(), min);
    }

    private Answer<Floor> act(Floor floor, String name, Instant at, int min) {
        return Asked.of(
                () -> {
                    var _ =
                            scaling.putScheduledAction(
                                    request ->
                                            request.serviceNamespace(ECS)
                                                    .scalableDimension(COUNT)
                                                    .resourceId(resource)
                                                    .scheduledActionName(name)
                                                    .schedule(AT.format(at))
                                                    .scalableTargetAction(
                                                            action -> action.minCapacity(min)));
                    return floor;
                });
    }

    /// To what its end would have lowered the bound; none where nothing of it was left.
    Answer<OptionalInt> drop(Floor floor) {
        return Asked.of(
                () -> {
                    OptionalInt after =
                            left().stream()
                                    .filter(
                                            one ->
                                                    one.scheduledActionName()
                                                            .equals(name(floor, ENDS)))
                                    .mapToInt(one -> one.scalableTargetAction().minCapacity())
                                    .findFirst();
                    left().stream()
                            .map(ScheduledAction::scheduledActionName)
                            .filter(
                                    name ->
                                            name.equals(name(floor, BEGINS))
                                                    || name.equals(name(floor, ENDS)))
                            .forEach(this::delete);
                    return after;
                });
    }

    private void delete(String name) {
        var _ =
                scaling.deleteScheduledAction(
                        request ->
                                request.serviceNamespace(ECS)
                                        .scalableDimension(COUNT)
                                        .resourceId(resource)
                                        .scheduledActionName(name));
    }

    private List<ScheduledAction> left() {
        return scaling
                .describeScheduledActionsPaginator(
                        request ->
                                request.serviceNamespace(ECS)
                                        .scalableDimension(COUNT)
                                        .resourceId(resource)
                                        .maxResults(PAGE))
                .stream()
                .flatMap(page -> page.scheduledActions().stream())
                .toList();
    }

    /// The highest floor that holds now.
    Answer<Integer> highest(Instant now) {
        return Asked.of(
                () -> holding(now).mapToInt(one -> Integer.parseInt(part(one, 2))).max().orElse(0));
    }

    /// The lower bound as it was before any floor that holds now; none where none does.
    Answer<OptionalInt> base(Instant now) {
        return Asked.of(
                () -> holding(now).mapToInt(one -> one.scalableTargetAction().minCapacity()).min());
    }

    /// The ends of floors that have begun.
    private Stream<ScheduledAction> holding(Instant now) {
        return left().stream()
                .filter(one -> ENDING.matcher(one.scheduledActionName()).matches())
                .filter(one -> Long.parseLong(part(one, 1)) <= now.getEpochSecond());
    }

    private static String part(ScheduledAction end, int number) {
        Matcher name = ENDING.matcher(end.scheduledActionName());
        return name.matches() ? name.group(number) : "";
    }
}
