package io.turnout.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is watched while orgs move between stacks, and what is compared when all is over.
///
/// @param owners nobody where there is one stack
record Stacking(
        Place place, Desk desk, Moves moves, Relocating relocating, Optional<Owners> owners) {
    private static final Duration LAST_MOVE = Duration.ofMinutes(2);

    static Stacking of(Place place, Desk desk) {
        Optional<Owners> owners =
                place.stacks()
                        .filter(stacks -> stacks.all().size() > 1)
                        .map(stacks -> new Owners(stacks, orgs(desk)));
        return new Stacking(place, desk, new Moves(), new Relocating(), owners);
    }

    private static List<String> orgs(Desk desk) {
        return desk.fairs().all().stream()
                .map(fair -> fair.at().org())
                .distinct()
                .sorted()
                .toList();
    }

    /// Each org moves once more, with nobody there, so that both stacks should hold the same. The
    /// figures of what was watched and compared; none where there is one stack.
    Map<String, Double> end() {
        if (owners.isEmpty()) {
            return Map.of();
        }
        Map<String, Double> figures = new LinkedHashMap<>(moves.figures());
        figures.putAll(relocating.figures());
        OwnStacks stacks = place.stacks().orElseThrow();
        Moves last = new Moves();
        for (String org : orgs(desk)) {
            new Relocator(stacks, desk.wire(), last)
                    .run(
                            new Relocator.Order(org, 1, List.of()),
                            System.nanoTime() + LAST_MOVE.toNanos());
        }
        figures.put(
                "moves.last.failed",
                (double) last.all().stream().filter(one -> !one.moved()).count());
        figures.putAll(new Twins(stacks, desk).figures());
        owners.get().close();
        figures.putAll(owners.get().figures());
        return figures;
    }
}
