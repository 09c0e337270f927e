package io.turnout.config;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.turnout.application.privacy.KeyManagement;
import java.io.IOException;
import net.sourceforge.argparse4j.inf.Namespace;

/// A command that looks at what a house keeps in its database, beside the servers and with few
/// connections. What it has to say against its arguments or the house is one line, and it ends
/// with 1.
abstract class StorageCommand extends ConfiguredCommand<TurnoutSettings> {
    StorageCommand(String name, String description) {
        super(name, description);
    }

    /// What a house keeps, and by which settings.
    record Stored(TurnoutSettings settings, Environment environment, PostgresWiring wiring) {
        KeyManagement keys() {
            return new Wiring(settings, environment).keyManagement();
        }
    }

    /// @param asked the arguments
    abstract void run(Namespace asked, Stored stored) throws IOException;

    @Override
    protected final void run(
            Bootstrap<TurnoutSettings> bootstrap, Namespace namespace, TurnoutSettings settings)
            throws IOException {
        if (!(settings.storage() instanceof StorageSettings.Postgres(var database))) {
            throw new Said("This house keeps nothing: its storage is memory.");
        }
        Environment environment = environment(getName(), bootstrap, settings);
        database.setInitialSize(0);
        database.setMinSize(0);
        run(
                namespace,
                new Stored(
                        settings,
                        environment,
                        new PostgresWiring(settings, environment, database)));
    }

    /// What a command needs of a server without being one.
    static Environment environment(
            String name, Bootstrap<TurnoutSettings> bootstrap, TurnoutSettings settings) {
        return new Environment(
                name,
                bootstrap.getObjectMapper(),
                bootstrap.getValidatorFactory(),
                bootstrap.getMetricRegistry(),
                bootstrap.getClassLoader(),
                bootstrap.getHealthCheckRegistry(),
                settings);
    }

    /// One line that says it all; anything else is told as ever.
    @Override
    public void onError(Cli cli, Namespace namespace, Throwable failure) {
        if (failure instanceof Said said) {
            cli.getStdErr().println(said.getMessage());
        } else {
            super.onError(cli, namespace, failure);
        }
    }

    /// What ends a command.
    static final class Said extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Said(String message) {
            super(message);
        }
    }
}
