package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.delivery.OrgRecords;
import io.turnout.application.delivery.OrgRecordsContract;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;

class SalesforceOrgRecordsTest extends OrgRecordsContract {
    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));
    private final OrgRecords records =
            new SalesforceOrgRecords(
                    TestConnections.calls(client, InstantSource.system()),
                    salesforce.connections());

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    @Override
    protected OrgRecords records() {
        return records;
    }

    @Override
    protected List<Kept> kept(OrgId org) {
        return salesforce.attendees(org).stream().map(SalesforceOrgRecordsTest::kept).toList();
    }

    private static Kept kept(JsonNode row) {
        return new Kept(
                AttendeeId.valueOf(row.path("External_Id__c").asText()),
                new EventId(row.path("Event__c").asText()),
                new Person(
                        row.path("Email__c").asText(),
                        row.path("Name__c").asText(),
                        text(row, "Title__c"),
                        text(row, "Company__c")),
                new Place(new ItemId(row.path("Event_Item__c").asText()), sessions(row)),
                row.path("Status__c").asText().equals("Cancelled")
                        ? RegistrationStatus.CANCELLED
                        : RegistrationStatus.CONFIRMED);
    }

    private static Optional<String> text(JsonNode row, String field) {
        return row.hasNonNull(field) ? Optional.of(row.path(field).asText()) : Optional.empty();
    }

    private static List<SessionId> sessions(JsonNode row) {
        return text(row, "Sessions__c").stream()
                .flatMap(all -> Arrays.stream(all.split(";", -1)))
                .map(SessionId::new)
                .toList();
    }

    @Override
    protected int shown(OrgId org, RoomId room) {
        String object =
                switch (room.kind()) {
                    case EVENT -> "Event__c";
                    case ITEM -> "Event_Item__c";
                    case SESSION -> "Session__c";
                };
        return salesforce.rows(org, object).stream()
                .filter(row -> row.path("Id").asText().equals(room.id()))
                .map(row -> row.path("Registered__c").asInt(-1))
                .findFirst()
                .orElseThrow();
    }
}
