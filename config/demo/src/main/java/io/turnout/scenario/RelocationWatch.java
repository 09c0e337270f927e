package io.turnout.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is watched while orgs move between stacks, and what is compared when all is over.
///
/// @param claims none where there is one stack
record RelocationWatch(
        Place place, Desk desk, Moves moves, Relocating relocating, Optional<HomeClaims> claims)
        implements AutoCloseable {
    private static final Duration LAST_MOVE = Duration.ofMinutes(2);

    static RelocationWatch of(Place place, Desk desk) {
        Optional<HomeClaims> claims =
                place.stacks()
                        .filter(stacks -> stacks.all().size() > 1)
                        .map(stacks -> new HomeClaims(stacks, desk.fairs().orgs()));
        return new RelocationWatch(place, desk, new Moves(), new Relocating(), claims);
    }

    /// Each org moves once more, with nobody there, so that both stacks should hold the same. The
    /// figures of what was watched and compared; none where there is one stack.
    Map<String, Double> end() {
        if (claims.isEmpty()) {
            return Map.of();
        }
        Map<String, Double> figures = new LinkedHashMap<>(moves.figures());
        figures.putAll(relocating.figures());
        OwnStacks stacks = place.stacks().orElseThrow();
        Moves last = new Moves();
        for (String org : desk.fairs().orgs()) {
            new Relocator(stacks, desk.wire(), last)
                    .run(
                            new Relocator.Order(org, 1, List.of()),
                            System.nanoTime() + LAST_MOVE.toNanos());
        }
        figures.put(
                "moves.last.failed",
                (double) last.all().stream().filter(one -> !one.moved()).count());
        figures.putAll(new StackComparison(stacks, desk).figures());
        figures.putAll(claims.get().figures());
        return figures;
    }

    @Override
    public void close() {
        claims.ifPresent(HomeClaims::close);
    }
}
