package io.turnout.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A hundred events at once, on one instance and on several that share one PostgreSQL, with
/// everybody spread over all of them.
final class ManyEvents {
    private static final List<Kind> KINDS =
            List.of(
                    new Kind("100 events of one org", Fair.OF_ONE_ORG),
                    new Kind("100 events of 100 orgs", Fair.OF_MANY_ORGS));

    private record Kind(String title, List<Fair> fairs) {
        String on(int instances) {
            return title + ", instances: " + instances;
        }
    }

    private ManyEvents() {}

    static Table run(Bench bench) throws Exception {
        BenchOptions options = bench.options();
        bench.say("Many events: starting the instances ...");
        List<Design> designs = designs(bench);
        int most = options.instances().getLast();
        bench.warmUp(designs.stream().filter(all -> all.servers().size() == most).toList());
        return new Table(bench.interleave(designs), ratios(options.instances()));
    }

    private static List<Design> designs(Bench bench) throws IOException {
        BenchHouse house = bench.house("events");
        List<Integer> counts = bench.options().instances();
        List<Server> servers = new ArrayList<>();
        for (int i = 1; i <= counts.getLast(); i++) {
            servers.add(bench.start(house, "i" + i, List.of()));
        }
        List<Design> designs = new ArrayList<>();
        for (Kind kind : KINDS) {
            house.publish(kind.fairs());
            for (int instances : counts) {
                designs.add(
                        new Design(
                                kind.on(instances),
                                house,
                                servers.subList(0, instances),
                                Design.Keeps.A_REGISTRATION,
                                n -> Bodies.registration(kind.fairs(), n)));
            }
        }
        return designs;
    }

    private static List<Ratio> ratios(List<Integer> counts) {
        List<Ratio> ratios = new ArrayList<>();
        for (Kind kind : KINDS) {
            for (int instances : counts.subList(1, counts.size())) {
                ratios.add(Ratio.of(kind.on(instances), kind.on(counts.getFirst())));
            }
        }
        return ratios;
    }
}
