package io.turnout.demo;

import io.dropwizard.db.DataSourceFactory;
import io.turnout.config.MigrateCommand;
import io.turnout.simulator.Simulator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The parts of the demo, started one after the other and stopped in reverse.
final class Demo implements AutoCloseable {
    private final DemoOptions options;
    private final Progress progress;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private boolean closed;

    Demo(DemoOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    void start() {
        progress.say("Turnout demo, with its data in " + options.data());
        DataFolder data = new DataFolder(options.data());
        List<DemoStack> stacks = DemoStack.of(options, data);
        stacks.forEach(one -> begin(() -> opened(one.data())));
        stacks.forEach(this::free);
        DemoAddress.checkFree(options);
        stacks.forEach(this::database);
        progress.step("three simulated Salesforce orgs", () -> begin(() -> simulator(data)));
        var _ = DemoOperator.in(data);
        DemoApplication turnout = new DemoApplication(options, stacks.getFirst());
        progress.step("Turnout", () -> begin(() -> turnout(turnout, stacks)));
        stacks.stream()
                .skip(1)
                .forEach(
                        one ->
                                progress.step(
                                        "the stack " + one.name(),
                                        () -> begin(() -> other(one, stacks))));
        if (stacks.size() > 1) {
            progress.step("a front before both", () -> begin(() -> front(stacks)));
        }
        progress.step("events and licences, pulled from them", turnout::awaitSamples);
        progress.say(Welcome.text(options, data));
        if (stacks.size() > 1) {
            progress.say(Welcome.ofTwo(options, data));
        }
    }

    private void free(DemoStack stack) {
        if (DemoDatabase.stopOrphan(stack.data())) {
            progress.say("  (stopped the PostgreSQL of a demo that was killed)");
        }
    }

    private void database(DemoStack stack) {
        int port = options.port(stack.postgres());
        progress.step(
                "PostgreSQL 18 on port " + port + ", fsync on",
                () -> begin(() -> DemoDatabase.start(stack.data(), port)::close));
        progress.step("migrations", () -> migrate(port));
    }

    private Runnable other(DemoStack stack, List<DemoStack> all) {
        DemoServer server =
                DemoServer.start(
                        SettingsTemplate.write(options, stack, all),
                        options.port(stack.application()),
                        stack.data().file("server.out"));
        return server::close;
    }

    private Runnable front(List<DemoStack> stacks) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        stacks.forEach(one -> ports.put(one.name(), options.port(one.application())));
        return Front.open(options.port(DemoAddress.APPLICATION), ports)::close;
    }

    /// Whatever has begun is stopped later, also when the next part does not start.
    private synchronized void begin(Supplier<Runnable> part) {
        if (closed) {
            throw new DemoTrouble("stopped while it was starting");
        }
        stops.push(part.get());
    }

    private static Runnable opened(DataFolder data) {
        data.open();
        return data::close;
    }

    private static void migrate(int port) {
        DataSourceFactory database = new DataSourceFactory();
        database.setUrl(SettingsTemplate.databaseUrl(port));
        database.setUser(DemoDatabase.USER);
        database.setPassword("");
        int _ = MigrateCommand.migrate(database);
    }

    private Runnable simulator(DataFolder data) {
        Simulator simulator = DemoSalesforce.start(options, data, DemoKeys.in(data));
        return simulator::close;
    }

    private Runnable turnout(DemoApplication application, List<DemoStack> stacks) {
        application.start(SettingsTemplate.write(options, stacks.getFirst(), stacks));
        return application::stop;
    }

    /// Stops what runs, last first. While a part is starting, it waits for that.
    @Override
    public synchronized void close() {
        closed = true;
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }
}
