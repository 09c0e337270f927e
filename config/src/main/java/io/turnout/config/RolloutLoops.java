package io.turnout.config;

import io.turnout.application.rollout.RolloutUseCases;
import java.time.Duration;
import java.util.List;

/// What goes on for rollouts while nobody asks, on every instance.
final class RolloutLoops {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration HEALTH = Duration.ofSeconds(5);
    private static final Duration TRAFFIC = Duration.ofMinutes(1);
    private static final Duration ZONES = Duration.ofSeconds(15);

    private RolloutLoops() {}

    static List<House.Part> of(RolloutUseCases useCases) {
        return List.of(
                new Loop("rollouts", 1, LOOK, () -> useCases.advance().advance()),
                new Loop(
                        "org-health",
                        1,
                        HEALTH,
                        () -> {
                            useCases.keepHealth().keep();
                            return false;
                        }),
                new Loop("org-zones", 1, ZONES, () -> useCases.learnZones().learn()),
                new Loop("org-traffic", 1, TRAFFIC, () -> useCases.count().count()));
    }
}
