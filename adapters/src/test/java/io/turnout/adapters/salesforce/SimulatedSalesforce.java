package io.turnout.adapters.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.application.delivery.OrgRecordsContract;
import io.turnout.domain.org.OrgId;
import io.turnout.simulator.SeedRow;
import io.turnout.simulator.Simulator;
import io.turnout.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Two orgs of the simulator with one event each, and what a checker may ask and order there.
final class SimulatedSalesforce implements AutoCloseable {
    static final OrgId ACME = OrgRecordsContract.ACME;
    static final OrgId OTHER = OrgRecordsContract.OTHER;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulator simulator;

    SimulatedSalesforce() {
        this(InstantSource.system());
    }

    SimulatedSalesforce(InstantSource clock) {
        List<SeedRow> events = Stream.of(ACME, OTHER).flatMap(SimulatedSalesforce::seed).toList();
        this.simulator =
                Simulator.start(
                        SimulatorSettings.onFreePorts(ACME.value(), OTHER.value())
                                .withPublicKey((RSAPublicKey) TestKeys.OURS.getPublic())
                                .withClock(clock)
                                .withSeed(events));
    }

    private static Stream<SeedRow> seed(OrgId org) {
        String event = OrgRecordsContract.EVENT.value();
        return Stream.of(
                new SeedRow(org.value(), "Event__c", Map.of("Id", event, "Name", "Harbour")),
                new SeedRow(
                        org.value(),
                        "Event_Item__c",
                        Map.of(
                                "Id",
                                OrgRecordsContract.ITEM.value(),
                                "Event__c",
                                event,
                                "Name",
                                "Two days")));
    }

    SalesforceConnection connection(OrgId org) {
        return connection(org, simulator.api(org.value()));
    }

    SalesforceConnection connection(OrgId org, URI loginUrl) {
        return TestConnections.to(org, loginUrl, (RSAPrivateKey) TestKeys.OURS.getPrivate());
    }

    URI api(OrgId org) {
        return simulator.api(org.value());
    }

    /// Both orgs.
    SalesforceConnections connections() {
        return SalesforceConnections.fixed(List.of(connection(ACME), connection(OTHER)));
    }

    void order(String fault) {
        post("/orgs/" + ACME + "/faults", fault);
    }

    void mendAll() {
        var _ = ask("DELETE", "/orgs/" + ACME + "/faults", "");
    }

    void post(String path, String json) {
        var _ = ask("POST", path, json);
    }

    List<JsonNode> attendees(OrgId org) {
        return list("/orgs/" + org + "/rows/Attendee__c?limit=1000");
    }

    /// The calls of an org on a path that has this in it.
    List<JsonNode> calls(OrgId org, String path) {
        return list("/orgs/" + org + "/calls?limit=1000").stream()
                .filter(call -> call.path("path").asText().contains(path))
                .toList();
    }

    int logins(OrgId org) {
        return calls(org, "/oauth2/token").size();
    }

    private List<JsonNode> list(String path) {
        return StreamSupport.stream(ask("GET", path, "").spliterator(), false).toList();
    }

    private JsonNode ask(String method, String path, String json) {
        try {
            var connection =
                    (HttpURLConnection) simulator.admin().resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setRequestProperty("Content-Type", "application/json");
            if (!json.isEmpty()) {
                connection.setDoOutput(true);
                connection.getOutputStream().write(json.getBytes(UTF_8));
            }
            try (var in = connection.getInputStream()) {
                return JSON.readTree(in);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
