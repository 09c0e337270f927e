package io.turnout.demo;

import io.dropwizard.db.DataSourceFactory;
import io.turnout.config.MigrateCommand;
import io.turnout.simulator.Simulator;
import java.util.ArrayDeque;
import java.util.Deque;
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
        begin(() -> opened(data));
        if (DemoDatabase.stopOrphan(data)) {
            progress.say("  (stopped the PostgreSQL of a demo that was killed)");
        }
        DemoAddress.checkFree(options);
        int port = options.port(DemoAddress.POSTGRES);
        progress.step(
                "PostgreSQL 18 on port " + port + ", fsync on",
                () -> begin(() -> DemoDatabase.start(data, port)::close));
        progress.step("migrations", () -> migrate(port));
        progress.step("three simulated Salesforce orgs", () -> begin(() -> simulator(data)));
        DemoApplication turnout = new DemoApplication(options);
        progress.step("Turnout", () -> begin(() -> turnout(turnout, data)));
        progress.step("events and licences, pulled from them", turnout::awaitSamples);
        progress.say(Welcome.text(options, data));
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

    private Runnable turnout(DemoApplication application, DataFolder data) {
        application.start(SettingsTemplate.write(options, data));
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
