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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Two orgs of the simulator with one event each, and what a checker may ask and order there.
public final class SimulatedSalesforce implements AutoCloseable {
    public static final OrgId ACME = OrgRecordsContract.ACME;
    public static final OrgId OTHER = OrgRecordsContract.OTHER;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulator simulator;

    public SimulatedSalesforce() {
        this(InstantSource.system());
    }

    public SimulatedSalesforce(InstantSource clock) {
        List<SeedRow> events = Stream.of(ACME, OTHER).flatMap(SimulatedSalesforce::seed).toList();
        this.simulator =
                Simulator.start(
                        SimulatorSettings.onFreePorts(ACME.value(), OTHER.value())
                                .withPublicKey((RSAPublicKey) TestKeys.OURS.getPublic())
                                .withClock(clock)
                                .withSeed(events));
    }

    /// One org with the rows that are given.
    public SimulatedSalesforce(OrgId org, List<SeedRow> rows) {
        this.simulator =
                Simulator.start(
                        SimulatorSettings.onFreePorts(org.value(), OTHER.value())
                                .withPublicKey((RSAPublicKey) TestKeys.OURS.getPublic())
                                .withSeed(rows));
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
                                "Two days")),
                new SeedRow(
                        org.value(),
                        "Session__c",
                        Map.of(
                                "Id",
                                OrgRecordsContract.OPENING.value(),
                                "Event__c",
                                event,
                                "Name",
                                "Opening")));
    }

    public SalesforceConnection connection(OrgId org) {
        return connection(org, simulator.api(org.value()));
    }

    public SalesforceConnection connection(OrgId org, URI loginUrl) {
        return TestConnections.to(org, loginUrl, (RSAPrivateKey) TestKeys.OURS.getPrivate());
    }

    URI api(OrgId org) {
        return simulator.api(org.value());
    }

    /// Both orgs.
    public SalesforceConnections connections() {
        return SalesforceConnections.fixed(List.of(connection(ACME), connection(OTHER)));
    }

    public void order(String fault) {
        post("/orgs/" + ACME + "/faults", fault);
    }

    public void mendAll() {
        var _ = ask("DELETE", "/orgs/" + ACME + "/faults", "");
    }

    public void post(String path, String json) {
        var _ = ask("POST", path, json);
    }

    public List<JsonNode> attendees(OrgId org) {
        return list("/orgs/" + org + "/rows/Attendee__c?limit=1000");
    }

    /// The calls of an org on a path that has this in it.
    public List<JsonNode> calls(OrgId org, String path) {
        return list("/orgs/" + org + "/calls?limit=1000").stream()
                .filter(call -> call.path("path").asText().contains(path))
                .toList();
    }

    /// All rows of an object, a page at a time.
    public List<JsonNode> rows(OrgId org, String object) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        for (List<JsonNode> page = page(org, object, after);
                !page.isEmpty();
                page = page(org, object, after)) {
            all.addAll(page);
            after = page.getLast().path("Id").asText();
        }
        return all;
    }

    private List<JsonNode> page(OrgId org, String object, String after) {
        return list("/orgs/" + org + "/rows/" + object + "?limit=5000&after=" + after);
    }

    /// How many calls the org has counted.
    public int used(OrgId org) {
        return ask("GET", "/orgs/" + org + "/budget", "").path("used").asInt();
    }

    /// Makes a record as somebody in the org would.
    public String create(OrgId org, String object, Map<String, Object> fields) {
        return new Organiser(this, org).create(object, fields);
    }

    /// Changes a record as somebody in the org would.
    public void change(OrgId org, String object, String id, String json) {
        var _ = new Somebody(connection(org)).patch(object, id, json);
    }

    /// Deletes a record as somebody in the org would.
    public void delete(OrgId org, String object, String id) {
        var _ = new Somebody(connection(org)).delete(object, id);
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
