package io.turnout.scenario;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `./turnout scenario` was told.
record ScenarioOptions(
        Optional<String> name,
        List<URI> targets,
        Optional<URI> simulator,
        Map<String, String> secrets,
        Path reports,
        boolean help) {
    static final String USAGE =
            """
            ./turnout scenario NAME [options]   puts a place under load and trouble, and judges it

              NAME               one of config/scenarios, or the path of such a file
              --target URL       the environment to run against; once for each instance, where
                                 there are several doors. Without it a house is started: a
                                 PostgreSQL, simulated orgs and the instances the file asks for
              --simulator URL    the admin address of the target's simulated Salesforce; without
                                 it nothing is said of what arrived there
              --secret ORG=SECRET  what webhooks of an org are signed with, for a declared load
                                 test on a target
              --reports FOLDER   where result.json and report.html are written (target/scenarios)
              --help             this text, and the scenarios

            Ends with 0 when all that the file expects has held, with 1 when not.\
            """;

    ScenarioOptions {
        targets = List.copyOf(targets);
        secrets = Map.copyOf(secrets);
    }

    static ScenarioOptions of(String[] arguments) {
        Optional<String> name = Optional.empty();
        List<URI> targets = new ArrayList<>();
        Optional<URI> simulator = Optional.empty();
        Map<String, String> secrets = new HashMap<>();
        Path reports = Path.of("target", "scenarios");
        boolean help = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--help", "-h" -> help = true;
                case "--target" -> targets.add(address(value(arguments, ++i)));
                case "--simulator" -> simulator = Optional.of(address(value(arguments, ++i)));
                case "--secret" -> secret(value(arguments, ++i), secrets);
                case "--reports" -> reports = Path.of(value(arguments, ++i));
                default -> name = Optional.of(named(arguments[i], name));
            }
        }
        return new ScenarioOptions(name, targets, simulator, secrets, reports, help);
    }

    private static void secret(String text, Map<String, String> secrets) {
        String[] parts = text.split("=", 2);
        if (parts.length < 2 || !parts[1].startsWith("whsec_")) {
            throw new IllegalArgumentException("a secret is given as ORG=whsec_...");
        }
        secrets.put(parts[0], parts[1]);
    }

    private static String named(String argument, Optional<String> earlier) {
        if (argument.startsWith("-")) {
            throw new IllegalArgumentException("no option " + argument + "\n" + USAGE);
        }
        if (earlier.isPresent()) {
            throw new IllegalArgumentException("one scenario at a time\n" + USAGE);
        }
        return argument;
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        if (address.getHost() == null) {
            throw new IllegalArgumentException(text + " is no address: http://host:port");
        }
        return address;
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw new IllegalArgumentException(arguments[i - 1] + " needs a value\n" + USAGE);
        }
        return arguments[i];
    }
}
