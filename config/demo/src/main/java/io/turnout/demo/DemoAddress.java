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

/// The ports of the demo, each with its usual number and the option that changes it.
enum DemoAddress {
    APPLICATION("--port", 8080, "Turnout"),
    ADMIN("--admin-port", 8081, "the health of Turnout"),
    SALESFORCE_A("--salesforce-port", 8090, "the Salesforce of org A"),
    SALESFORCE_B("--salesforce-port-b", 8091, "the Salesforce of org B"),
    VENDOR("--vendor-port", 8093, "the vendor's Salesforce"),
    SIMULATOR("--simulator-admin-port", 8092, "the simulator"),
    POSTGRES("--postgres-port", 15433, "PostgreSQL");

    private final String option;
    private final int usual;
    private final String what;

    DemoAddress(String option, int usual, String what) {
        this.option = option;
        this.usual = usual;
        this.what = what;
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
        for (DemoAddress port : values()) {
            DemoAddress other = seen.put(options.port(port), port);
            if (other != null) {
                throw new DemoTrouble(
                        "%s and %s are both %d"
                                .formatted(other.option, port.option, options.port(port)));
            }
        }
        List<String> taken =
                Arrays.stream(values())
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
