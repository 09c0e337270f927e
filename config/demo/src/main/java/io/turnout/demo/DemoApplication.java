package io.turnout.demo;

import io.dropwizard.core.setup.Environment;
import io.turnout.config.House;
import io.turnout.config.TurnoutApplication;
import io.turnout.demo.watch.WatchDoor;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/// Turnout as it is, with two pages more. What it shows it pulls from its simulated orgs.
final class DemoApplication extends TurnoutApplication {
    private final DemoOptions options;
    private final DemoStack stack;
    private @Nullable Server server;
    private @Nullable House house;

    DemoApplication(DemoOptions options, DemoStack stack) {
        this.options = options;
        this.stack = stack;
    }

    void start(Path settings) {
        try {
            run("server", settings.toString());
        } catch (Exception failed) {
            throw new IllegalStateException("Turnout did not start", failed);
        }
    }

    @Override
    protected void furnish(House furnished, Environment environment) {
        house = furnished;
        environment.lifecycle().addServerLifecycleListener(this::started);
        WatchDoor.install(
                environment,
                new WatchDoor.View(
                        furnished,
                        URI.create("http://127.0.0.1:" + options.port(DemoAddress.SIMULATOR)),
                        Samples.ORG_A,
                        List.of(Samples.TABLE, Samples.CONFERENCE, Samples.OPEN_DAY),
                        Samples.OPEN_DAY_TICKET));
        DemoSignIn.install(
                environment,
                furnished,
                URI.create("http://127.0.0.1:" + options.port(DemoAddress.APPLICATION)),
                DemoOperator.code(stack.data()));
    }

    /// Returns when the samples are on show.
    void awaitSamples() {
        if (house != null) {
            FirstPull.await(house.useCases());
        }
    }

    /// The demo stops its parts in order, so the server shall not stop by itself.
    private void started(Server running) {
        running.setStopAtShutdown(false);
        server = running;
        if (house != null) {
            SampleFlags.say(house.useCases().flags());
            SamplePlan.propose(house.useCases().rollouts(), house.ports().ids());
        }
    }

    @Override
    protected void onFatalError(Throwable failure) {
        throw new IllegalStateException("Turnout did not start", failure);
    }

    void stop() {
        try {
            if (server != null) {
                server.stop();
            }
        } catch (Exception failed) {
            throw new IllegalStateException("Turnout did not stop", failed);
        }
    }
}
