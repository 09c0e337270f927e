package io.turnout.adapters.http.operator;

import io.turnout.domain.rollout.Night;
import io.turnout.domain.rollout.Obstacle;
import io.turnout.domain.rollout.Placement;
import io.turnout.domain.rollout.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an org is switched and why then, or why not. `kind` is placed, refused, zone-unknown or
/// at-once; `nights` are those that were passed over, and what stood in their way.
public record PlacementView(
        String org,
        String kind,
        @Nullable String zone,
        @Nullable String from,
        @Nullable String to,
        @Nullable String localFrom,
        @Nullable String localTo,
        @Nullable Double share,
        List<NightView> nights) {
    static PlacementView of(Placement placement) {
        String org = placement.org().value();
        return switch (placement) {
            case Placement.Placed placed -> placed(org, placed);
            case Placement.Refused refused ->
                    new PlacementView(
                            org,
                            "refused",
                            refused.zone().getId(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            refused.nights().stream().map(NightView::of).toList());
            case Placement.ZoneUnknown _ -> without(org, "zone-unknown");
            case Placement.AtOnce _ -> without(org, "at-once");
        };
    }

    private static PlacementView placed(String org, Placement.Placed placed) {
        Span at = placed.at();
        return new PlacementView(
                org,
                "placed",
                placed.zone().getId(),
                at.from().toString(),
                at.to().toString(),
                local(at.from(), placed.zone()),
                local(at.to(), placed.zone()),
                placed.share(),
                placed.passed().stream().map(NightView::of).toList());
    }

    private static PlacementView without(String org, String kind) {
        return new PlacementView(org, kind, null, null, null, null, null, null, List.of());
    }

    private static String local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime().toString();
    }

    /// One night that was passed over.
    public record NightView(String date, List<ObstacleView> obstacles) {
        static NightView of(Night night) {
            return new NightView(
                    night.date().toString(),
                    night.obstacles().stream().map(ObstacleView::of).toList());
        }
    }

    /// What stood in the way: on-sale, live, frozen, busy or no-night.
    public record ObstacleView(
            String kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            @Nullable Integer hour,
            @Nullable Double share) {
        static ObstacleView of(Obstacle obstacle) {
            return switch (obstacle) {
                case Obstacle.OnSale(var at) ->
                        new ObstacleView("on-sale", at.toString(), null, null, null, null);
                case Obstacle.Live(var event) ->
                        new ObstacleView(
                                "live",
                                event.from().toString(),
                                event.to().toString(),
                                null,
                                null,
                                null);
                case Obstacle.Frozen(var freeze, var reason) ->
                        new ObstacleView(
                                "frozen",
                                freeze.from().toString(),
                                freeze.to().toString(),
                                reason,
                                null,
                                null);
                case Obstacle.Busy(var hour, var share) ->
                        new ObstacleView("busy", null, null, null, hour, share);
                case Obstacle.NoNight _ ->
                        new ObstacleView("no-night", null, null, null, null, null);
            };
        }
    }
}
