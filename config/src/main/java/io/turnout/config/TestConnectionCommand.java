package io.turnout.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.turnout.domain.org.OrgId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/// Tries the connections of one org or of all, prints what was found and what to do, and ends with
/// 0 only if all are sound. Orgs of the settings need no database for it.
public final class TestConnectionCommand extends ConfiguredCommand<TurnoutSettings> {
    private static final String ORG = "org";

    TestConnectionCommand() {
        super("test-connection", "tries the connections to orgs, and says what to do");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        var _ = parser.addArgument("--org").dest(ORG).help("the id of one org; else all of them");
    }

    @Override
    protected void run(
            Bootstrap<TurnoutSettings> bootstrap, Namespace namespace, TurnoutSettings settings) {
        Environment environment = StorageCommand.environment(getName(), bootstrap, settings);
        @Nullable String org = namespace.getString(ORG);
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8)) {
            boolean sound =
                    ConnectionTrial.over(settings, environment, out)
                            .run(Optional.ofNullable(org).map(TestConnectionCommand::org));
            if (!sound) {
                throw new NotSound();
            }
        }
    }

    private static OrgId org(String id) {
        try {
            return new OrgId(id);
        } catch (IllegalArgumentException wrong) {
            throw new Mistyped("--org " + id + ": " + wrong.getMessage(), wrong);
        }
    }

    /// What was printed says it all, and a slip of the hand needs one line; anything else is told
    /// as ever.
    @Override
    public void onError(Cli cli, Namespace namespace, Throwable failure) {
        switch (failure) {
            case NotSound _ -> {}
            case Mistyped mistyped -> cli.getStdErr().println(mistyped.getMessage());
            default -> super.onError(cli, namespace, failure);
        }
    }

    private static final class Mistyped extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Mistyped(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// Only this makes the process end with 1.
    private static final class NotSound extends IllegalStateException {
        private static final long serialVersionUID = 1;

        NotSound() {
            super("a connection is not sound");
        }
    }
}
