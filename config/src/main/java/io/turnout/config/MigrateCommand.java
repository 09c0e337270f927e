package io.turnout.config;

import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.DataSourceFactory;
import net.sourceforge.argparse4j.inf.Namespace;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/// Brings the database to the newest shape: forward only, each step once, safe to run again and
/// while the previous version serves.
public final class MigrateCommand extends ConfiguredCommand<TurnoutSettings> {
    MigrateCommand() {
        super("migrate", "brings the database to the newest shape");
    }

    @Override
    protected void run(
            Bootstrap<TurnoutSettings> bootstrap, Namespace namespace, TurnoutSettings settings) {
        switch (settings.storage()) {
            case StorageSettings.Memory() -> System.out.println("Memory needs no migration.");
            case StorageSettings.Postgres(var database) ->
                    System.out.println("Steps taken: " + migrate(database));
        }
    }

    /// Takes the steps that are missing, and says how many it were.
    public static int migrate(DataSourceFactory database) {
        MigrateResult result =
                Flyway.configure()
                        .dataSource(database.getUrl(), database.getUser(), database.getPassword())
                        .load()
                        .migrate();
        return result.migrationsExecuted;
    }
}
