package io.turnout.scenario;

import io.turnout.scenario.OwnFleet.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is said of a fleet that grew and shrank by itself.
final class FleetFigures {
    private FleetFigures() {}

    /// `fleet.most`, `fleet.last`: how many took visitors at most, and at the end. `fleet.turns`:
    /// how often what was wanted turned from more to fewer, or back. Nothing without a fleet.
    static Map<String, Double> of(List<Sample> samples) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (!samples.isEmpty()) {
            figures.put("fleet.first", (double) samples.getFirst().ready());
            figures.put(
                    "fleet.most",
                    (double) samples.stream().mapToInt(Sample::ready).max().orElse(0));
            figures.put("fleet.last", (double) samples.getLast().ready());
            figures.put("fleet.turns", (double) turns(samples));
        }
        return figures;
    }

    private static int turns(List<Sample> samples) {
        int last = samples.getFirst().wanted();
        int way = 0;
        int turns = 0;
        for (Sample one : samples) {
            int next = Integer.signum(one.wanted() - last);
            turns += next != 0 && way != 0 && next != way ? 1 : 0;
            way = next == 0 ? way : next;
            last = one.wanted();
        }
        return turns;
    }
}
