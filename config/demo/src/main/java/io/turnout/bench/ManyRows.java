package io.turnout.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The same registration beside few rows and beside many, each in a database of its own.
final class ManyRows {
    private ManyRows() {}

    static Table run(Bench bench) throws Exception {
        BenchOptions options = bench.options();
        List<Design> designs = new ArrayList<>();
        for (int rows : options.scale()) {
            designs.add(design(bench, rows));
        }
        bench.warmUp(designs);
        return new Table(bench.interleave(designs), ratios(options.scale()));
    }

    private static Design design(Bench bench, int rows) throws IOException {
        BenchHouse house = bench.house("rows" + rows);
        house.publish(List.of(Fair.HOT));
        house.publish(Fair.OF_ONE_ORG);
        bench.say("Filling in " + rows + " registrations of the past ...");
        bench.say(new Filling(house).fill(rows).toString());
        return new Design(
                beside(rows),
                house,
                List.of(bench.start(house, "one", List.of())),
                Design.Keeps.A_REGISTRATION,
                n -> Bodies.registration(Fair.HOT, n));
    }

    private static List<Ratio> ratios(List<Integer> scale) {
        String few = beside(scale.getFirst());
        List<Ratio> ratios = new ArrayList<>();
        for (int rows : scale.subList(1, scale.size())) {
            String many = beside(rows);
            ratios.add(Ratio.of("time each: " + many + " ÷ " + few, many, few, Sample::micros));
            ratios.add(
                    Ratio.of(
                            "processor time each: " + many + " ÷ " + few,
                            many,
                            few,
                            Sample::processorMicros));
        }
        return ratios;
    }

    private static String beside(int rows) {
        return String.format(Locale.ROOT, "beside %,d", rows);
    }
}
