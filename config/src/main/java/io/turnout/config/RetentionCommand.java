package io.turnout.config;

import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.turnout.application.retention.CountOverdue;
import io.turnout.application.retention.DeleteOverdue;
import io.turnout.application.retention.Retained;
import io.turnout.domain.retention.RetentionRule;
import java.util.Locale;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/// Says what was kept longer than the settings say, of each org and kind; with `--delete`, deletes
/// it now instead of in the next night.
public final class RetentionCommand extends ConfiguredCommand<TurnoutSettings> {
    RetentionCommand() {
        super("retention", "counts what was kept long enough, or deletes it");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        var _ =
                parser.addArgument("--delete")
                        .action(Arguments.storeTrue())
                        .help("delete it; without, nothing is changed");
    }

    @Override
    protected void run(
            Bootstrap<TurnoutSettings> bootstrap, Namespace namespace, TurnoutSettings settings) {
        if (!(settings.storage() instanceof StorageSettings.Postgres(var database))) {
            System.out.println("Memory keeps nothing.");
            return;
        }
        Environment environment =
                new Environment(
                        "retention",
                        bootstrap.getObjectMapper(),
                        bootstrap.getValidatorFactory(),
                        bootstrap.getMetricRegistry(),
                        bootstrap.getClassLoader(),
                        bootstrap.getHealthCheckRegistry(),
                        settings);
        database.setInitialSize(0);
        database.setMinSize(0);
        Retained retained = new PostgresWiring(settings, environment, database).retained();
        RetentionRule rule = settings.retention().toRule();
        for (CountOverdue.Overdue one : new CountOverdue(retained, rule).count()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %-13s kept %4d days: %d%n",
                    one.org(),
                    one.kind().name().toLowerCase(Locale.ROOT),
                    one.period().toDays(),
                    one.count());
        }
        if (namespace.getBoolean("delete")) {
            System.out.println("deleted: " + new DeleteOverdue(retained, rule).delete());
        }
    }
}
