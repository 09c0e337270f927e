package io.turnout.config;

import io.turnout.application.audit.DropAudit;
import io.turnout.application.retention.CountOverdue;
import io.turnout.application.retention.DeleteOverdue;
import io.turnout.domain.retention.RetentionRule;
import java.util.Locale;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/// Says what was kept longer than the settings say, of each org and kind; with `--delete`, deletes
/// it now instead of in the next night.
public final class RetentionCommand extends StorageCommand {
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
    void run(Namespace namespace, Stored stored) {
        PostgresWiring.Kept kept = stored.wiring().kept();
        RetentionRule rule = stored.settings().retention().toRule();
        for (CountOverdue.Overdue one : new CountOverdue(kept.retained(), rule).count()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %-13s kept %4d days: %d%n",
                    one.org(),
                    one.kind().name().toLowerCase(Locale.ROOT),
                    one.period().toDays(),
                    one.count());
        }
        rule.audit()
                .ifPresent(
                        period ->
                                System.out.printf(
                                        Locale.ROOT,
                                        "the audit trail    kept %4d days: %d%n",
                                        period.toDays(),
                                        kept.trail().countOverdue(period)));
        if (namespace.getBoolean("delete")) {
            DropAudit audit = new DropAudit(kept.trail(), stored.keys());
            long deleted = new DeleteOverdue(kept.retained(), rule).delete();
            System.out.println("deleted: " + (deleted + rule.audit().map(audit::drop).orElse(0L)));
        }
    }
}
