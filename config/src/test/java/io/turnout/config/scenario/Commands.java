package io.turnout.config.scenario;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import io.turnout.config.TurnoutApplication;
import io.turnout.config.TurnoutSettings;

/// What operators type, within this process: a command has no other way to end than by its answer.
final class Commands {
    private Commands() {}

    /// What the shell would see: 0 where all went well.
    static int run(String... words) {
        TurnoutApplication application = new TurnoutApplication();
        Bootstrap<TurnoutSettings> bootstrap = new Bootstrap<>(application);
        application.initialize(bootstrap);
        Cli cli =
                new Cli(
                        new JarLocation(TurnoutApplication.class),
                        bootstrap,
                        System.out,
                        System.err);
        return cli.run(words).isPresent() ? 1 : 0;
    }
}
