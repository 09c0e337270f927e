package io.turnout.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The demo's settings, an ordinary settings file with its ports and folders filled in.
final class SettingsTemplate {
    private static final String NAME = "demo.yml";

    private SettingsTemplate() {}

    static String databaseUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /// Writes it beside the data of the stack, where it can be read and tried with
    /// `./turnout server`.
    ///
    /// @param all the stacks, the one at which orgs begin first
    static Path write(DemoOptions options, DemoStack stack, List<DemoStack> all) {
        DataFolder data = stack.data();
        DataFolder shared = all.getFirst().data();
        DemoKeys keys = DemoKeys.in(data);
        Map<String, String> values =
                Map.ofEntries(
                        Map.entry("stack", stack.name()),
                        Map.entry("database", databaseUrl(options.port(stack.postgres()))),
                        Map.entry("masterKey", keys.masterKey().toString()),
                        Map.entry("privateKey", DemoKeys.in(shared).privateKey().toString()),
                        Map.entry("operators", shared.file(DemoOperator.KEYS).toString()),
                        Map.entry("issuer", DemoOperator.ISSUER),
                        Map.entry("audience", DemoOperator.AUDIENCE),
                        Map.entry("variables", data.file("variables.json").toString()),
                        Map.entry("self", data.file(NAME).toString()),
                        Map.entry("log", data.file("turnout.log").toString()),
                        Map.entry("port", port(options, stack.application())),
                        Map.entry("adminPort", port(options, stack.admin())),
                        Map.entry("front", url(options, DemoAddress.APPLICATION)),
                        Map.entry("salesforceA", port(options, DemoAddress.SALESFORCE_A)),
                        Map.entry("salesforceB", port(options, DemoAddress.SALESFORCE_B)),
                        Map.entry("vendor", port(options, DemoAddress.VENDOR)),
                        Map.entry("secretA", DemoKeys.nudgeSecret(shared, Samples.ORG_A)),
                        Map.entry("secretB", DemoKeys.nudgeSecret(shared, Samples.ORG_B)),
                        Map.entry("secretVendor", DemoKeys.nudgeSecret(shared, Samples.VENDOR)));
        String text = template();
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue().replace("'", "''"));
        }
        text =
                text.replace("{home}", home(stack, all))
                        .replace("{peers}", peers(options, stack, all));
        try {
            return Files.writeString(data.file(NAME), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String port(DemoOptions options, DemoAddress which) {
        return String.valueOf(options.port(which));
    }

    private static String url(DemoOptions options, DemoAddress which) {
        return "http://127.0.0.1:" + options.port(which);
    }

    private static String home(DemoStack stack, List<DemoStack> all) {
        DemoStack first = all.getFirst();
        return stack.equals(first) ? "" : "\n      home: " + first.name();
    }

    private static String peers(DemoOptions options, DemoStack stack, List<DemoStack> all) {
        StringBuilder peers = new StringBuilder();
        for (DemoStack other : all) {
            if (!other.equals(stack)) {
                peers.append(
                        """

                        # Orgs move there and back.
                        peers:
                          keyFile: '%s'
                          stacks:
                            - name: %s
                              url: %s
                              database: {url: '%s', user: postgres}
                              keyManagement: {type: local, masterKeyFile: '%s'}
                        """
                                .formatted(
                                        DemoKeys.shared(all.getFirst().data()),
                                        other.name(),
                                        url(options, other.application()),
                                        databaseUrl(options.port(other.postgres())),
                                        DemoKeys.in(other.data()).masterKey()));
            }
        }
        return peers.toString();
    }

    private static String template() {
        try (InputStream file = SettingsTemplate.class.getResourceAsStream(NAME)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + NAME);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
