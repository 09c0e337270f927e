package io.turnout.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a part of the bench works with: what was told, its houses and their servers, which end with
/// it, and a way to measure one thing at a time that counts the rows after each.
final class Bench implements AutoCloseable {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int WARM_CONNECTIONS = 64;

    private final BenchOptions options;
    private final PrintStream out;
    private final BenchPostgres postgres;
    private final Path folder;
    private final List<BenchHouse> houses = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();

    Bench(BenchOptions options, PrintStream out, BenchPostgres postgres, Path folder) {
        this.options = options;
        this.out = out;
        this.postgres = postgres;
        this.folder = folder;
    }

    private interface Asking {
        Load.Outcome ask(Load load) throws Exception;
    }

    BenchOptions options() {
        return options;
    }

    BenchPostgres postgres() {
        return postgres;
    }

    Path folder() {
        return folder;
    }

    void say(String words) {
        out.println(words);
    }

    BenchHouse house(String name) throws IOException {
        BenchHouse house = new BenchHouse(postgres, name, folder, options.redis());
        houses.add(house);
        return house;
    }

    Server start(BenchHouse house, String instance, List<String> flags) throws IOException {
        Server server = house.start(instance, flags);
        servers.add(server);
        return server;
    }

    void warmUp(List<Design> designs) throws Exception {
        Duration time = options.smoke() ? options.time() : WARM_UP;
        say("Warming up for " + time.toSeconds() + " s a design ...");
        for (Design design : designs) {
            var _ = measured(design, WARM_CONNECTIONS, load -> load.run(WARM_CONNECTIONS, time));
        }
    }

    /// One after the other, round by round, with as many connections as were named last.
    List<Sample> interleave(List<Design> designs) throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            say("round " + round);
            for (Design design : designs) {
                samples.add(measure(design, options.connections().getLast()));
            }
        }
        return samples;
    }

    /// As much as it takes.
    Sample measure(Design design, int connections) throws Exception {
        return told(measured(design, connections, load -> load.run(connections, options.time())));
    }

    /// How it fares when that much is due every second.
    Sample measureAtRate(Design design, int connections, double perSecond) throws Exception {
        return told(
                measured(
                        design,
                        connections,
                        load -> load.runAtRate(connections, options.time(), perSecond)));
    }

    Sample told(Sample sample) {
        say(sample.line());
        return sample;
    }

    private Sample measured(Design design, int connections, Asking asking) throws Exception {
        Bodies.nextRound();
        Sample.Used before = used(design);
        Load.Outcome outcome = asking.ask(design.load());
        Sample.Used used = used(design).minus(before);
        if (!outcome.failed().isEmpty()) {
            throw new IllegalStateException("neither yes nor no, by status: " + outcome.failed());
        }
        switch (design.keeps()) {
            case NOTHING -> {}
            case A_REGISTRATION -> design.house().expect(outcome.created(), 0);
            case A_HOLD -> design.house().expect(0, outcome.created());
        }
        design.house().count();
        return Sample.of(design.name(), connections, outcome, used);
    }

    private Sample.Used used(Design design) throws IOException {
        Duration server =
                design.servers().stream().map(Server::cpu).reduce(Duration.ZERO, Duration::plus);
        return new Sample.Used(server, postgres.cpu(), postgres.walBytes());
    }

    long registered() {
        return houses.stream().mapToLong(BenchHouse::registered).sum();
    }

    long held() {
        return houses.stream().mapToLong(BenchHouse::held).sum();
    }

    @Override
    public void close() {
        servers.forEach(Server::close);
    }
}
