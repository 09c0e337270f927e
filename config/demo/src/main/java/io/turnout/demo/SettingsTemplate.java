package io.turnout.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The demo's settings, an ordinary settings file with its ports and folders filled in.
final class SettingsTemplate {
    private static final String NAME = "demo.yml";

    private SettingsTemplate() {}

    static String databaseUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /// Writes it beside the data, where it can be read and tried with `./turnout server`.
    static Path write(DemoOptions options, DataFolder data) {
        DemoKeys keys = DemoKeys.in(data);
        DemoOperator operator = DemoOperator.in(data);
        Map<String, String> values =
                Map.ofEntries(
                        Map.entry("database", databaseUrl(options.port(DemoAddress.POSTGRES))),
                        Map.entry("masterKey", keys.masterKey().toString()),
                        Map.entry("privateKey", keys.privateKey().toString()),
                        Map.entry("operators", operator.jwkSet().toString()),
                        Map.entry("issuer", DemoOperator.ISSUER),
                        Map.entry("audience", DemoOperator.AUDIENCE),
                        Map.entry("variables", data.file("variables.json").toString()),
                        Map.entry("self", data.file(NAME).toString()),
                        Map.entry("log", data.file("turnout.log").toString()),
                        Map.entry("port", String.valueOf(options.port(DemoAddress.APPLICATION))),
                        Map.entry("adminPort", String.valueOf(options.port(DemoAddress.ADMIN))),
                        Map.entry(
                                "salesforceA",
                                String.valueOf(options.port(DemoAddress.SALESFORCE_A))),
                        Map.entry(
                                "salesforceB",
                                String.valueOf(options.port(DemoAddress.SALESFORCE_B))),
                        Map.entry("vendor", String.valueOf(options.port(DemoAddress.VENDOR))),
                        Map.entry("secretA", DemoKeys.nudgeSecret(data, Samples.ORG_A)),
                        Map.entry("secretB", DemoKeys.nudgeSecret(data, Samples.ORG_B)),
                        Map.entry("secretVendor", DemoKeys.nudgeSecret(data, Samples.VENDOR)));
        String text = template();
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue().replace("'", "''"));
        }
        try {
            return Files.writeString(data.file(NAME), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
