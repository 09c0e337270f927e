package io.turnout.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A simulator with one event in org A, for a test to work at.
final class Desk implements AutoCloseable {
    static final String ORG_A = "00DTURNOUT0000125A";
    static final String ORG_B = "00DTURNOUT0000225A";
    static final String EVENT = "a01xx0000000001AAA";
    static final String OTHER_EVENT = "a01xx0000000002AAA";

    private final Simulator simulator;
    private final Client client;
    private final Client admin;

    Desk(SimulatorSettings settings) {
        simulator = Simulator.start(settings);
        client = Client.loggedIn(simulator.api(ORG_A));
        admin = new Client(simulator.admin(), "");
    }

    static Desk open() {
        return new Desk(settings());
    }

    static SimulatorSettings settings() {
        return SimulatorSettings.onFreePorts(ORG_A, ORG_B)
                .withSeed(
                        List.of(
                                event(EVENT, "evt-1", "Harbour Conference"),
                                event(OTHER_EVENT, "evt-2", "Railway Days")));
    }

    private static SeedRow event(String id, String key, String name) {
        return new SeedRow(
                ORG_A, "Event__c", Map.of("Id", id, "External_Id__c", key, "Name", name));
    }

    Simulator simulator() {
        return simulator;
    }

    Client client() {
        return client;
    }

    Client admin() {
        return admin;
    }

    /// Upserts these records of Attendee__c and returns the answer.
    Client.Answer upsert(boolean allOrNone, String... records) {
        return client.patch(
                Client.DATA + "/composite/sobjects/Attendee__c/External_Id__c",
                collection(allOrNone, records));
    }

    static String collection(boolean allOrNone, String... records) {
        return "{\"allOrNone\":%s,\"records\":[%s]}"
                .formatted(allOrNone, String.join(",", records));
    }

    static String attendee(String key, String email) {
        return attendee(key, email, EVENT);
    }

    static String attendee(String key, String email, String event) {
        return """
        {"attributes":{"type":"Attendee__c"},"External_Id__c":"%s","Email__c":"%s",\
        "Event__c":"%s"}\
        """
                .formatted(key, email, event);
    }

    static String[] attendees(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> attendee("att-" + i, "a" + i + "@x.example"))
                .toArray(String[]::new);
    }

    /// The stored attendees by their external id, as the admin port shows them.
    Map<String, JsonNode> stored() {
        JsonNode rows = admin.get("/orgs/" + ORG_A + "/rows/Attendee__c").json();
        return IntStream.range(0, rows.size())
                .mapToObj(rows::get)
                .collect(Collectors.toMap(r -> r.path("External_Id__c").asText(), r -> r));
    }

    /// One value of a stored attendee.
    String stored(String key, String field) {
        JsonNode row = stored().get(key);
        return row == null ? "not stored" : row.path(field).asText();
    }

    void fault(String order) {
        Client.Answer answer = admin.post("/orgs/" + ORG_A + "/faults", order);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.text());
        }
    }

    void set(String what, String body) {
        Client.Answer answer = admin.post("/orgs/" + ORG_A + "/" + what, body);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.text());
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
