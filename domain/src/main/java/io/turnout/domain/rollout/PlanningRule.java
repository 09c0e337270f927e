package io.turnout.domain.rollout;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// How nights are chosen: in which window, how far from the start of a sale, and how many nights
/// are looked at.
public record PlanningRule(Window window, Duration salesDistance, int nights) {
    public static final int NIGHTS_MAX = 60;
    public static final PlanningRule USUAL =
            new PlanningRule(Window.NIGHT, Duration.ofHours(24), 14);

    /// What is begun in the last minute of a window might take effect after it.
    static final Duration LAST_MINUTE = Duration.ofMinutes(1);

    public PlanningRule {
        if (salesDistance.isNegative() || nights < 1 || nights > NIGHTS_MAX) {
            throw new IllegalArgumentException("1 to " + NIGHTS_MAX + " nights are looked at");
        }
    }

    /// In which a switch may begin.
    Optional<Span> nightOf(LocalDate date, ZoneId zone) {
        return window.on(date, zone)
                .flatMap(night -> Span.between(night.from(), night.to().minus(LAST_MINUTE)));
    }

    /// The same in other hours.
    public PlanningRule in(Window other) {
        return new PlanningRule(other, salesDistance, nights);
    }
}
