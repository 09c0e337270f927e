package io.turnout.scenario;

import io.turnout.demo.DataFolder;
import io.turnout.demo.DemoKeys;
import io.turnout.demo.DemoOperator;
import io.turnout.domain.org.OrgId;
import io.turnout.simulator.Simulator;
import io.turnout.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The keys and the settings files of a house that is started for one scenario. Each stack of it
/// has a master key of its own.
final class OwnSettings {
    static final String VENDOR = "00DTURNOUT0000025A";

    /// There are many, and they live for minutes.
    private static final List<String> FLEET_FLAGS =
            List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final DataFolder folder;
    private final DemoKeys keys;
    private final DemoOperator operator;
    private final List<String> orgs;
    private final Map<String, Object> more;

    /// An instance that shall be.
    ///
    /// @param database where its stack's own PostgreSQL is
    /// @param home the stack at which orgs begin
    record Site(String name, String stack, String database, String home, List<Peer> peers) {
        Site {
            peers = List.copyOf(peers);
        }
    }

    /// How another stack is reached from here.
    record Peer(String stack, int port, String database) {}

    OwnSettings(Path folder, List<String> orgs, Map<String, Object> more) {
        this.folder = new DataFolder(folder);
        this.keys = DemoKeys.in(this.folder);
        this.operator = DemoOperator.in(this.folder);
        this.orgs = orgs;
        this.more = more;
    }

    /// What the settings of a house say that starts and stops instances by itself; what runs stands
    /// in `fleet`.
    static Map<String, Object> scaled(Scenario.House house, Path fleet) {
        Map<String, Object> all = new HashMap<>(house.settings());
        if (!house.scaling().isEmpty()) {
            Map<String, Object> scaling = new HashMap<>(house.scaling());
            scaling.put("type", "machine");
            scaling.put("machine", Map.of("folder", fleet.toString(), "flags", FLEET_FLAGS));
            all.put("scaling", scaling);
        }
        return all;
    }

    RSAPublicKey publicKey() {
        return keys.publicKey();
    }

    String nudgeSecret(String org) {
        return DemoKeys.nudgeSecret(folder, new OrgId(org));
    }

    /// What an operator with every role shows.
    String operatorToken() throws IOException {
        return Files.readString(operator.token());
    }

    Path write(Site site, Simulator simulator) throws IOException {
        String served =
                orgs.stream()
                        .map(org -> connection("    - ", org, simulator) + home(site))
                        .collect(Collectors.joining());
        return Files.writeString(
                folder.file(site.name() + ".yml"),
                """
                stack: %s
                instance: %s
                storage:
                  type: postgres
                  database:
                    url: %s
                    user: postgres
                    maxSize: 16
                    checkConnectionOnBorrow: true
                keyManagement: {type: local, masterKeyFile: %s}
                %s%ssalesforce:
                  orgs:
                %slicenses:
                  source:
                %sserver:
                  registerDefaultExceptionMappers: false
                  maxThreads: 16
                  gzip: {enabled: false}
                  requestLog: {appenders: []}
                  applicationConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                  adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                logging:
                  level: WARN
                  loggers: {org.eclipse.jetty.server.AbstractConnector: INFO}
                """
                        .formatted(
                                site.stack(),
                                site.name(),
                                site.database(),
                                masterKey(site.stack()),
                                more(),
                                peers(site),
                                served,
                                connection("    ", VENDOR, simulator)));
    }

    private Path masterKey(String stack) throws IOException {
        Path own = folder.file(stack + "-keys");
        var _ = Files.createDirectories(own);
        return DemoKeys.in(new DataFolder(own)).masterKey();
    }

    private static String home(Site site) {
        return site.stack().equals(site.home()) ? "" : "      home: " + site.home() + "\n";
    }

    /// With other stacks there are operators, who move orgs to them.
    private String peers(Site site) throws IOException {
        if (site.peers().isEmpty()) {
            return "";
        }
        StringBuilder stacks = new StringBuilder();
        for (Peer peer : site.peers()) {
            stacks.append(
                    """
                        - name: %s
                          url: http://127.0.0.1:%d
                          database: {url: '%s', user: postgres}
                          keyManagement: {type: local, masterKeyFile: %s}
                    """
                            .formatted(
                                    peer.stack(),
                                    peer.port(),
                                    peer.database(),
                                    masterKey(peer.stack())));
        }
        return """
        door: {operators: {jwkSetFile: %s, issuer: %s, audience: %s}}
        peers:
          keyFile: %s
          stacks:
        %s\
        """
                .formatted(
                        operator.jwkSet(),
                        DemoOperator.ISSUER,
                        DemoOperator.AUDIENCE,
                        masterKey("shared"),
                        stacks);
    }

    /// JSON is YAML.
    private String more() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Object> one : more.entrySet()) {
            text.append(one.getKey()).append(": ");
            text.append(Wire.JSON.writeValueAsString(one.getValue())).append('\n');
        }
        return text.toString();
    }

    private String connection(String start, String org, Simulator simulator) {
        String indent = " ".repeat(start.length());
        return """
        org: %s
        loginUrl: %s
        webhookSecrets: ['%s']
        consumerKey: %s
        username: %s
        audience: https://login.salesforce.com
        privateKeyFile: %s
        """
                .formatted(
                        org,
                        simulator.api(org),
                        nudgeSecret(org),
                        SimulatorSettings.CONSUMER_KEY,
                        SimulatorSettings.USERNAME,
                        keys.privateKey())
                .indent(indent.length())
                .replaceFirst(indent, start);
    }
}
