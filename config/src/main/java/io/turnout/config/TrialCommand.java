package io.turnout.config;

import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.TrialReport;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/// Starts all that a server stands on, by proposed settings; completes registrations of nobody,
/// says how that went, and ends. No visitor and no org hears of it: it opens no port and calls
/// nobody.
public final class TrialCommand extends ConfiguredCommand<TurnoutSettings> {
    static final String NAME = "trial";
    private static final String PROPOSAL = "proposal";

    TrialCommand() {
        super(NAME, "tries the settings of a proposal, and reports to it");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        var _ =
                parser.addArgument("--proposal")
                        .dest(PROPOSAL)
                        .metavar("ID")
                        .required(true)
                        .help("which one");
    }

    @Override
    protected void run(
            Bootstrap<TurnoutSettings> bootstrap, Namespace namespace, TurnoutSettings settings) {
        Environment environment = StorageCommand.environment(getName(), bootstrap, settings);
        House house = new Wiring(settings, environment).house();
        house.parts().forEach(House.Part::start);
        try {
            Optional<TrialReport> report =
                    house.useCases()
                            .settings()
                            .tryOut()
                            .tryOut(ProposalId.valueOf(namespace.getString(PROPOSAL)));
            System.out.println(report.map(TrialReport::toString).orElse("no such proposal"));
        } finally {
            house.parts().reversed().forEach(House.Part::stop);
        }
    }
}
