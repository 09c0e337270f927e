package io.turnout.demo;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Where the demo listens and where it keeps its data.
record DemoOptions(Map<DemoAddress, Integer> ports, Path data, int stacks) {
    static final String USAGE =
            """
            ./turnout demo [options]: Turnout, PostgreSQL and a simulated Salesforce, all here
              --port N                  Turnout itself                       (8080)
              --admin-port N            its health and metrics               (8081)
              --salesforce-port N       the Salesforce of org A              (8090)
              --salesforce-port-b N     the Salesforce of org B              (8091)
              --vendor-port N           the vendor's own Salesforce          (8093)
              --simulator-admin-port N  where the simulator is looked into   (8092)
              --postgres-port N         PostgreSQL                           (15433)
              --data DIR                what a restart finds again           (~/.turnout)
              --stacks 2                two stacks, heroku and aws, each with a PostgreSQL and
                                        keys of its own, and orgs that move between them; --port
                                        is a front that asks either by chance
              --heroku-port N           the stack heroku                     (8084)
              --aws-port N              the stack aws                        (8085)
              --aws-admin-port N        its health and metrics               (8086)
              --aws-postgres-port N     its PostgreSQL                       (15434)
              --help                    this text\
            """;

    private static final int PORT_MAX = 65_535;
    private static final String DATA = "--data";
    private static final String STACKS = "--stacks";
    private static final int STACKS_MAX = 2;
    private static final Set<String> HELP = Set.of("--help", "-h", "help");

    DemoOptions {
        ports = Map.copyOf(ports);
    }

    int port(DemoAddress which) {
        return ports.getOrDefault(which, which.usual());
    }

    boolean hasTwoStacks() {
        return stacks == STACKS_MAX;
    }

    static Answer read(String... arguments) {
        Map<DemoAddress, Integer> ports = new LinkedHashMap<>();
        Path data = Path.of(System.getProperty("user.home"), ".turnout");
        int stacks = 1;
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                String option = arguments[i];
                if (HELP.contains(option)) {
                    return new Help();
                }
                boolean isPort = DemoAddress.of(option).isPresent();
                if (!isPort && !option.equals(DATA) && !option.equals(STACKS)) {
                    return new Wrong("there is no option " + option);
                }
                if (i + 1 == arguments.length) {
                    return new Wrong(option + " needs a value");
                }
                String value = arguments[i + 1];
                switch (option) {
                    case DATA -> data = Path.of(value);
                    case STACKS -> stacks = stacks(value);
                    default -> ports.put(DemoAddress.of(option).orElseThrow(), port(option, value));
                }
            }
        } catch (InvalidPathException | NumberFormatException wrong) {
            return new Wrong(String.valueOf(wrong.getMessage()));
        }
        // What one stack has sealed no other can read.
        Path folder = stacks == STACKS_MAX ? data.resolve("stacks") : data;
        return new Chosen(new DemoOptions(ports, folder.toAbsolutePath().normalize(), stacks));
    }

    private static int stacks(String text) {
        if (!text.equals("1") && !text.equals(String.valueOf(STACKS_MAX))) {
            throw new NumberFormatException(STACKS + " is 1 or " + STACKS_MAX);
        }
        return Integer.parseInt(text);
    }

    private static int port(String option, String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > PORT_MAX) {
            throw new NumberFormatException(option + " is a port from 1 to " + PORT_MAX);
        }
        return port;
    }

    /// What was made of the command line.
    sealed interface Answer {}

    record Chosen(DemoOptions options) implements Answer {}

    record Help() implements Answer {}

    record Wrong(String reason) implements Answer {}
}
