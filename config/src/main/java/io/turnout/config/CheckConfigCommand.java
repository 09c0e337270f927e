package io.turnout.config;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.CheckCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.turnout.adapters.postgres.PostgresProbe;
import io.turnout.domain.scaling.ConnectionRoom;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;

/// Says whether settings are sound: as they are written, and beside the database that they name,
/// where that answers. Nothing is changed by asking.
final class CheckConfigCommand extends CheckCommand<TurnoutSettings> {
    CheckConfigCommand(Application<TurnoutSettings> application) {
        super(application);
    }

    @Override
    protected void run(
            Bootstrap<TurnoutSettings> bootstrap, Namespace namespace, TurnoutSettings settings)
            throws Exception {
        super.run(bootstrap, namespace, settings);
        if (!settings.scaling().isOff()
                && settings.storage() instanceof StorageSettings.Postgres(var database)) {
            Optional<ConnectionRoom> room =
                    PostgresProbe.room(
                            database.getUrl(), Database.login(database), database.getMaxSize());
            if (room.isEmpty()) {
                System.out.println("The database does not answer: nobody counted connections.");
            }
            room.flatMap(one -> one.flaw(settings.scaling().bounds().max()))
                    .ifPresent(CheckConfigCommand::refuse);
        }
    }

    private static void refuse(String why) {
        throw new StorageCommand.Said("scaling: max is too much: " + why);
    }
}
