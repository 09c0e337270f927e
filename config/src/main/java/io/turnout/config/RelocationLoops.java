package io.turnout.config;

import io.turnout.application.UseCases;
import java.time.Duration;
import java.util.List;

/// What goes on for moves of orgs while nobody asks, on every instance of a stack that has others.
final class RelocationLoops {
    private static final Duration MOVES = Duration.ofSeconds(1);
    private static final Duration HOMES = Duration.ofSeconds(2);

    private RelocationLoops() {}

    static List<House.Part> of(UseCases useCases, int atOnce) {
        return List.of(
                new Loop("relocations", atOnce, MOVES, () -> useCases.relocations().run().run()),
                new Loop(
                        "homes",
                        1,
                        HOMES,
                        () -> {
                            useCases.bringOrgsHome().bring();
                            return false;
                        }));
    }
}
