package io.turnout.simulator;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/// The program: `simulator --org 00DTURNOUT0000125A:8090 --admin-port 8092`.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // The server's logger has nothing to say here, and would say that.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        if (List.of(arguments).contains("--help")) {
            System.out.print(CommandLine.HELP);
            return;
        }
        try {
            run(CommandLine.parse(List.of(arguments)));
        } catch (RuntimeException e) {
            System.err.println("simulator: " + e.getMessage());
            System.err.println("simulator --help tells what it understands");
            System.exit(2);
        }
    }

    private static void run(SimulatorSettings settings) throws InterruptedException {
        Simulator simulator = Simulator.start(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    simulator.close();
                                    stopped.countDown();
                                }));
        System.out.print(greeting(settings, simulator));
        stopped.await();
    }

    private static String greeting(SimulatorSettings settings, Simulator simulator) {
        StringBuilder text = new StringBuilder("Salesforce simulator is ready.\n");
        for (OrgSettings org : settings.orgs()) {
            text.append("  %s  %s  %s%n".formatted(simulator.api(org.id()), org.id(), org.name()));
        }
        text.append("  %s  admin%n".formatted(simulator.admin()));
        text.append("  consumer key     ").append(SimulatorSettings.CONSUMER_KEY).append('\n');
        text.append("  consumer secret  ").append(SimulatorSettings.CONSUMER_SECRET).append('\n');
        text.append("  user, password   ").append(SimulatorSettings.USERNAME).append(", ");
        text.append(SimulatorSettings.PASSWORD).append('\n');
        settings.data().ifPresent(data -> text.append("  rows are kept in ").append(data));
        return text.append('\n').toString();
    }
}
