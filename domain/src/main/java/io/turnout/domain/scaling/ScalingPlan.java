package io.turnout.domain.scaling;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The bounds of a stack and the floors that raise them.
public record ScalingPlan(Bounds bounds, List<Floor> floors) {
    public static final int FLOORS_MAX = 100;

    public ScalingPlan {
        floors = List.copyOf(floors);
        if (floors.size() > FLOORS_MAX) {
            throw new IllegalArgumentException("more than " + FLOORS_MAX + " floors");
        }
    }

    /// The bounds that hold now. A floor never lifts the ceiling: that is what spending ends at.
    public Bounds at(Instant now) {
        int floor =
                floors.stream()
                        .filter(one -> !now.isBefore(one.from()) && now.isBefore(one.until()))
                        .mapToInt(Floor::min)
                        .max()
                        .orElse(0);
        return new Bounds(Math.max(bounds.min(), Math.min(floor, bounds.max())), bounds.max());
    }

    public ScalingPlan within(Bounds other) {
        return new ScalingPlan(other, floors);
    }

    /// With one more floor, and without those that are over. The same floor stands once.
    public ScalingPlan with(Floor floor, Instant now) {
        Stream<Floor> left = floors.stream().filter(one -> now.isBefore(one.until()));
        return new ScalingPlan(bounds, Stream.concat(left, Stream.of(floor)).distinct().toList());
    }

    /// Without a floor that stands. One of none takes its place until it would be over, so that
    /// whoever raises floors by themselves can tell that it was dropped.
    public ScalingPlan without(Floor floor) {
        return new ScalingPlan(
                bounds,
                floors.stream()
                        .map(one -> one.equals(floor) ? one.dropped() : one)
                        .distinct()
                        .toList());
    }

    /// The floors that raise something.
    public List<Floor> standing() {
        return floors.stream().filter(one -> one.min() > 0).toList();
    }

    /// Whether this floor stands, or one of its time was dropped.
    public boolean knows(Floor floor) {
        return floors.contains(floor) || floors.contains(floor.dropped());
    }

    /// Whether one more floor has room.
    public boolean hasRoom(Instant now) {
        return floors.stream().filter(one -> now.isBefore(one.until())).count() < FLOORS_MAX;
    }
}
