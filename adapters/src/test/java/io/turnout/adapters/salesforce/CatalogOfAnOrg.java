package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;

import io.turnout.application.publishing.OrgCatalog;
import io.turnout.application.publishing.OrgCatalog.Answer;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;

/// An org of the simulator with an organiser at work, and its catalogue as we read it over HTTP.
abstract class CatalogOfAnOrg {
    static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

    final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));
    final OrgCatalog catalog =
            new SalesforceOrgCatalog(
                    TestConnections.calls(client, InstantSource.system()),
                    salesforce.connections(),
                    InstantSource.system());
    final Organiser organiser = new Organiser(salesforce, ACME);

    OrgCalls orgCalls() {
        return TestConnections.calls(client, InstantSource.system());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    static Map<String, Object> fair() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("Name", "Łódź & \"Söhne\" fair");
        fields.put("Starts_At__c", START.toString());
        fields.put("Ends_At__c", START.plusSeconds(3_600).toString());
        fields.put("Time_Zone__c", "Europe/Warsaw");
        fields.put("Published__c", true);
        fields.put("Capacity__c", 20);
        return fields;
    }

    EventId publish(Map<String, Object> fields) {
        return new EventId(organiser.create("Event__c", fields));
    }

    ItemId item(EventId event, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("Event__c", event.value()));
        fields.put("Name", "Ticket");
        fields.putAll(more);
        return new ItemId(organiser.create("Event_Item__c", fields));
    }

    SessionId session(EventId event, Instant from, Instant to) {
        return new SessionId(
                organiser.create(
                        "Session__c",
                        Map.of(
                                "Event__c", event.value(),
                                "Name", "Workshop",
                                "Starts_At__c", from.toString(),
                                "Ends_At__c", to.toString(),
                                "Capacity__c", 6)));
    }

    static <T> T said(Answer<T> answer) {
        return switch (answer) {
            case Answer.Said<T>(var value) -> value;
            case Answer.Failed<T>(var why) -> throw new AssertionError(why);
        };
    }

    int calls() {
        return salesforce.calls(ACME, "/composite").size()
                + salesforce.calls(ACME, "/query").size();
    }
}
