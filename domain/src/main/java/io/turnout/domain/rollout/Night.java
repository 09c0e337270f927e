package io.turnout.domain.rollout;

import java.time.LocalDate;
import java.util.List;

/// What stands in an org's way in the night that begins on a date of its own.
public record Night(LocalDate date, List<Obstacle> obstacles) {
    public Night {
        obstacles = List.copyOf(obstacles);
    }
}
