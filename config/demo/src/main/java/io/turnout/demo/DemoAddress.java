package io.turnout.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ports of the demo, each with its usual number and the option that changes it. Those of two
/// stacks are used where there are two: then the first port is that of what stands before both.
enum DemoAddress {
    APPLICATION("--port", 8080, "Turnout"),
    ADMIN("--admin-port", 8081, "the health of Turnout"),
    SALESFORCE_A("--salesforce-port", 8090, "the Salesforce of org A"),
    SALESFORCE_B("--salesforce-port-b", 8091, "the Salesforce of org B"),
    VENDOR("--vendor-port", 8093, "the vendor's Salesforce"),
    SIMULATOR("--simulator-admin-port", 8092, "the simulator"),
    POSTGRES("--postgres-port", 15433, "PostgreSQL"),
    FIRST("--heroku-port", 8084, "the stack heroku", true),
    SECOND("--aws-port", 8085, "the stack aws", true),
    SECOND_ADMIN("--aws-admin-port", 8086, "the health of the stack aws", true),
    SECOND_POSTGRES("--aws-postgres-port", 15434, "the PostgreSQL of the stack aws", true);

    private final String option;
    private final int usual;
    private final String what;
    private final boolean ofTwo;

    DemoAddress(String option, int usual, String what) {
        this(option, usual, what, false);
    }

    DemoAddress(String option, int usual, String what, boolean ofTwo) {
        this.option = option;
        this.usual = usual;
        this.what = what;
        this.ofTwo = ofTwo;
    }

    private boolean isUsed(DemoOptions options) {
        return !ofTwo || options.hasTwoStacks();
    }

    String option() {
        return option;
    }

    int usual() {
        return usual;
    }

    static Optional<DemoAddress> of(String option) {
        return Arrays.stream(values()).filter(port -> port.option.equals(option)).findFirst();
    }

    /// Stops before anything is started when a port is taken, and says all that are.
    static void checkFree(DemoOptions options) {
        Map<Integer, DemoAddress> seen = new HashMap<>();
        List<DemoAddress> used =
                Arrays.stream(values()).filter(port -> port.isUsed(options)).toList();
        for (DemoAddress port : used) {
            DemoAddress other = seen.put(options.port(port), port);
            if (other != null) {
                throw new DemoTrouble(
                        "%s and %s are both %d"
                                .formatted(other.option, port.option, options.port(port)));
            }
        }
        List<String> taken =
                used.stream()
                        .filter(port -> !free(options.port(port)))
                        .map(
                                port ->
                                        "port %d, for %s, is taken: choose another with %s"
                                                .formatted(
                                                        options.port(port), port.what, port.option))
                        .toList();
        if (!taken.isEmpty()) {
            throw new DemoTrouble(String.join("\n  ", taken));
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
