package io.turnout.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One event that everybody wants: designs against each other, and against PostgreSQL alone.
final class HotEvent {
    static final String NOTHING = "validated no-op POST";
    static final String ROWS = "a transaction per registration";
    static final String GROUP = "group commit";
    static final String HOLD = "group commit of holds";
    static final String SOLD_OUT = "sold out";
    static final String HALF = "group commit, open at half its peak";
    private static final List<Integer> FLOOR_CLIENTS = List.of(16, 32, 64);

    private HotEvent() {}

    static Table run(Bench bench) throws Exception {
        bench.say("One hot event: starting two servers ...");
        List<Design> designs = designs(bench);
        Design group = named(designs, GROUP);
        Optional<Pgbench> pgbench = Pgbench.over(bench.postgres(), group.house(), bench.folder());
        if (pgbench.isEmpty()) {
            bench.say(Pgbench.LACKING);
        }
        bench.warmUp(designs);
        BenchOptions options = bench.options();
        int most = options.connections().getLast();
        List<Sample> samples = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            bench.say("round " + round);
            for (int connections : options.connections()) {
                for (Design design : designs) {
                    samples.add(bench.measure(design, connections));
                    if (design.equals(group) && connections == most) {
                        double half = samples.getLast().perSecond() / 2;
                        samples.add(bench.measureAtRate(group.named(HALF), connections, half));
                    }
                }
            }
            if (pgbench.isPresent()) {
                samples.addAll(alone(pgbench.get(), bench, most));
            }
        }
        return new Table(samples, ratios());
    }

    private static List<Design> designs(Bench bench) throws IOException {
        BenchHouse house = bench.house("hot");
        house.publish(List.of(Fair.HOT));
        house.publishFull(Fair.FULL);
        List<Server> ours = List.of(bench.start(house, "group", List.of()));
        List<Server> rows =
                List.of(
                        bench.start(
                                house,
                                "rows",
                                List.of("-D" + BenchApplication.ROW_BY_ROW + "=true")));
        Design group =
                new Design(
                        GROUP,
                        house,
                        ours,
                        Design.Keeps.A_REGISTRATION,
                        n -> Bodies.registration(Fair.HOT, n));
        return List.of(
                new Design(NOTHING, house, ours, Design.Keeps.NOTHING, Bodies::nothing),
                new Design(ROWS, house, rows, group.keeps(), group.requests()),
                group,
                new Design(HOLD, house, ours, Design.Keeps.A_HOLD, _ -> Bodies.hold(Fair.HOT)),
                new Design(
                        SOLD_OUT,
                        house,
                        ours,
                        Design.Keeps.NOTHING,
                        n -> Bodies.registration(Fair.FULL, n)));
    }

    private static Design named(List<Design> designs, String name) {
        return designs.stream()
                .filter(design -> design.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Sample> alone(Pgbench pgbench, Bench bench, int most) throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (Pgbench.Script script : Pgbench.Script.values()) {
            for (int clients : script == Pgbench.Script.NO_HOT_ROW ? floor(bench) : List.of(most)) {
                samples.add(bench.told(pgbench.run(script, clients, bench.options().time())));
            }
        }
        return samples;
    }

    private static List<Integer> floor(Bench bench) {
        return bench.options().smoke() ? FLOOR_CLIENTS.subList(0, 1) : FLOOR_CLIENTS;
    }

    private static List<Ratio> ratios() {
        return List.of(
                Ratio.of(GROUP, ROWS),
                Ratio.of(GROUP, Pgbench.Script.HOT_ROW_FIRST.title()),
                Ratio.of(GROUP, Pgbench.Script.HOT_ROW_LAST.title()),
                Ratio.toBestOf(GROUP, Pgbench.Script.NO_HOT_ROW.title()),
                Ratio.of(GROUP, NOTHING),
                Ratio.of(HOLD, NOTHING),
                Ratio.of(SOLD_OUT, NOTHING));
    }
}
