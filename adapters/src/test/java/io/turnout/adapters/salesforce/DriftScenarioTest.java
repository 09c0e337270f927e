package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.DeliveryRules;
import io.turnout.application.Outbound;
import io.turnout.application.Ports;
import io.turnout.application.UseCases;
import io.turnout.application.connection.ConnectionPorts;
import io.turnout.application.connection.OrgConnectionsContract;
import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.delivery.OrgRecords;
import io.turnout.application.delivery.OrgRecordsContract;
import io.turnout.application.memory.Memory;
import io.turnout.application.memory.MemoryStorage;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.connection.SchemaRule;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.delivery.CountRule;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An administrator takes a field away while people register, and gives it back an hour later.
class DriftScenarioTest {
    private static final Instant FAR_OFF = Instant.parse("2100-01-01T12:00:00Z");
    private static final BatchRule ONE =
            new BatchRule(1, Duration.ofSeconds(1), 200, Duration.ZERO);
    private static final DeliveryRules RULES =
            new DeliveryRules(ONE, CountRule.USUAL, BulkRule.USUAL, BudgetRule.USUAL);
    private static final int PEOPLE = 20;

    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));
    private final MemoryStorage storage = new MemoryStorage();
    private final UseCases desk = UseCases.over(ports(), RULES);
    private final Fair fair =
            new Fair(
                    storage,
                    ACME,
                    OrgRecordsContract.EVENT,
                    OrgRecordsContract.ITEM,
                    OrgRecordsContract.ITEM,
                    OrgRecordsContract.OPENING);

    private Ports ports() {
        Memory memory = storage.memory();
        Ports twins = memory.ports();
        OrgCalls calls = TestConnections.calls(client, InstantSource.system());
        Outbound outbound = twins.outbound();
        OrgRecords records = new SalesforceOrgRecords(calls, salesforce.connections());
        return twins.with(
                        Outbound.class,
                        outbound.over(
                                new Outbound.Reach(
                                        records,
                                        outbound.reach().bulk(),
                                        outbound.reach().census())))
                .with(
                        ConnectionPorts.class,
                        new ConnectionPorts(
                                memory.connected().connections(),
                                new SalesforceOrgSchema(
                                        calls, salesforce.connections(), Mappings.shipped()),
                                memory.connected().checks(),
                                memory.connected().probe()));
    }

    @BeforeEach
    void open() {
        storage.licenses().keep(new License("L-1", LicenseStatus.ACTIVE, ACME));
        storage.pages()
                .keep(
                        new Event(
                                ACME,
                                fair.event(),
                                "Fair",
                                FAR_OFF,
                                FAR_OFF,
                                ZoneOffset.UTC,
                                EventStatus.PUBLISHED,
                                List.of(new EventItem(fair.ticket(), "Ticket", BigDecimal.ONE)),
                                List.of()),
                        Map.of(
                                fair.hall(), Fair.UNCOUNTED,
                                RoomId.of(fair.ticket()), Fair.UNCOUNTED));
        var _ = storage.connections().keep(OrgConnectionsContract.connection(ACME, "default"));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    private RegistrationRequest guest(int number) {
        Attendee attendee =
                new Attendee(
                        new AttendeeId(UUID.randomUUID()),
                        OrgRecordsContract.person("Guest " + number, number + "@example.org"),
                        fair.place());
        return new RegistrationRequest(
                ACME,
                fair.event(),
                Ids.key(),
                new RegistrationId(UUID.randomUUID()),
                List.of(attendee),
                Optional.empty());
    }

    private SchemaReport found() {
        return storage.schemaChecks().find(List.of(ACME)).values().iterator().next().report();
    }

    private int upserts() {
        return salesforce.calls(ACME, "/composite/sobjects").size();
    }

    private int describes() {
        return salesforce.calls(ACME, "/describe").size();
    }

    @Test
    void rows_wait_unharmed_for_a_field_and_arrive_when_it_is_back() {
        assertThat(desk.connections().checkSchemas().check()).isEqualTo(1);
        assertThat(found()).isEqualTo(new SchemaReport.Described(List.of()));
        salesforce.order(
                """
                {"kind":"field-removed","object":"Attendee__c","field":"Company__c",
                 "seconds":86400}
                """);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            fair.admit(guest(i)).seats().forEach(seat -> ids.add(seat.attendee().toString()));
        }

        storage.elapse(Duration.ofMinutes(10));
        assertThat(desk.outbound().relayOutbox().relay()).containsInstanceOf(Receipt.Drifted.class);
        for (int minute = 0; minute < 60; minute++) {
            assertThat(desk.outbound().relayOutbox().relay()).isEmpty();
            var _ = desk.connections().checkSchemas().check();
            if (minute < 59) {
                storage.elapse(Duration.ofMinutes(1));
            }
        }

        assertThat(upserts()).as("calls that could only fail").isEqualTo(1);
        assertThat(describes()).as("an hour of looking").isBetween(4 + 4, 4 + 4 * 12);
        assertThat(((SchemaReport.Described) found()).hindrance())
                .startsWith("Attendee__c.Company__c is not there");
        assertThat(salesforce.attendees(ACME)).isEmpty();

        salesforce.mendAll();
        storage.elapse(SchemaRule.DRIFTED);
        assertThat(desk.connections().checkSchemas().check()).isEqualTo(1);
        assertThat(desk.outbound().relayOutbox().relay())
                .containsInstanceOf(Receipt.Answered.class);

        assertThat(salesforce.attendees(ACME))
                .extracting(row -> row.path("External_Id__c").asText())
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(storage.outbox().setAside(ACME, 10)).isEmpty();
        assertThat(
                        desk.outbound()
                                .showDelivery()
                                .show(ACME, Optional.empty())
                                .lanes()
                                .getFirst()
                                .waiting())
                .isZero();
    }
}
