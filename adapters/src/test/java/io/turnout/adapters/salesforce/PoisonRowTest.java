package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static io.turnout.application.delivery.OrgRecordsContract.BOTH_SESSIONS;
import static io.turnout.application.delivery.OrgRecordsContract.attendee;
import static io.turnout.application.delivery.OrgRecordsContract.attendees;
import static io.turnout.application.delivery.OrgRecordsContract.batch;
import static io.turnout.application.delivery.OrgRecordsContract.person;
import static io.turnout.application.delivery.OrgRecordsContract.recordIds;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.RegistrationStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A row that the org will not have is told from its neighbours, who go on without it.
class PoisonRowTest {
    private static final int POISON_AT = 117;

    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));
    private final SalesforceOrgRecords records =
            new SalesforceOrgRecords(
                    TestConnections.calls(client, InstantSource.system()),
                    salesforce.connections());

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    private static OwedAttendee ofEvilCompany() {
        return attendee(
                new Person("eve@example.org", "Eve", Optional.empty(), Optional.of("Evil Ltd")));
    }

    private void orderValidationRule() {
        salesforce.order(
                """
                {"kind":"validation-rule","object":"Attendee__c","field":"Company__c",
                 "pattern":"(?!Evil).*","message":"We do not serve Evil"}
                """);
    }

    @Test
    void a_refused_row_leaves_its_199_neighbours_be() {
        List<OwedAttendee> full = new ArrayList<>(attendees(199));
        full.add(POISON_AT, ofEvilCompany());
        orderValidationRule();

        Receipt receipt = records.write(batch(ACME, full));

        assertThat(receipt).isInstanceOf(Receipt.Answered.class);
        List<RowAnswer> rows = new ArrayList<>(((Receipt.Answered) receipt).rows());
        assertThat(rows.remove(POISON_AT)).isInstanceOf(RowAnswer.Refused.class);
        assertThat(rows).hasSize(199).allMatch(RowAnswer.Sent.class::isInstance);
        assertThat(salesforce.attendees(ACME)).hasSize(199);
    }

    @Test
    void somebody_alike_is_set_aside_unless_the_org_wants_duplicates_saved() {
        salesforce.order(
                """
                {"kind":"duplicate-rule","object":"Attendee__c","fields":["Email__c"],"calls":100}
                """);
        var _ = records.write(batch(ACME, List.of(ofEvilCompany())));
        List<OwedAttendee> again = List.of(ofEvilCompany());

        Receipt parked = records.write(batch(ACME, again));

        assertThat(((Receipt.Answered) parked).rows().getFirst())
                .isInstanceOfSatisfying(
                        RowAnswer.Refused.class,
                        refused ->
                                assertThat(refused.reason().code())
                                        .isEqualTo("DUPLICATES_DETECTED"));
        SalesforceConnection acme = salesforce.connection(ACME);
        AttendeeMapping usual = acme.mapping().attendee();
        var allowing =
                new AttendeeMapping(
                        usual.object(),
                        usual.key(),
                        usual.fields(),
                        usual.statuses(),
                        AttendeeMapping.Duplicates.ALLOW);
        var welcoming =
                new SalesforceOrgRecords(
                        TestConnections.calls(client, InstantSource.system()),
                        SalesforceConnections.fixed(
                                List.of(
                                        new SalesforceConnection(
                                                ACME,
                                                acme.loginUrl(),
                                                acme.credentials(),
                                                acme.apiVersion(),
                                                acme.mapping().withAttendee(allowing)))));
        assertThat(((Receipt.Answered) welcoming.write(batch(ACME, again))).rows().getFirst())
                .isInstanceOf(RowAnswer.Sent.class);
    }

    @Test
    void the_reason_is_the_orgs_own_words_and_names_the_field() {
        orderValidationRule();

        Receipt receipt = records.write(batch(ofEvilCompany()));

        assertThat(receipt).isInstanceOf(Receipt.Answered.class);
        RowAnswer row = ((Receipt.Answered) receipt).rows().getFirst();
        assertThat(row).isInstanceOf(RowAnswer.Refused.class);
        var reason = ((RowAnswer.Refused) row).reason();
        assertThat(reason.code()).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(reason.message()).isEqualTo("We do not serve Evil");
        assertThat(reason.fields()).containsExactly("Company__c");
    }

    @Test
    void once_the_rule_is_gone_the_row_is_taken() {
        OwedAttendee eve = ofEvilCompany();
        orderValidationRule();
        assertThat(records.write(batch(eve))).isInstanceOf(Receipt.Answered.class);
        assertThat(salesforce.attendees(ACME)).isEmpty();
        salesforce.mendAll();

        Receipt receipt = records.write(batch(eve));

        assertThat(recordIds(receipt)).hasSize(1);
    }

    @Test
    void a_row_whose_event_is_not_there_waits_alone() {
        OwedAttendee ada = attendee(person("Ada", "ada@example.org"));
        OwedAttendee elsewhere =
                new OwedAttendee(
                        attendee(ada.person()).id(),
                        1,
                        new EventId("a01xx0000000009AAA"),
                        ada.person(),
                        BOTH_SESSIONS,
                        RegistrationStatus.CONFIRMED);

        Receipt receipt = records.write(batch(elsewhere, ada));

        assertThat(receipt).isInstanceOf(Receipt.Answered.class);
        List<RowAnswer> rows = ((Receipt.Answered) receipt).rows();
        assertThat(rows.getFirst()).isInstanceOf(RowAnswer.Wait.class);
        assertThat(rows.getLast()).isInstanceOf(RowAnswer.Sent.class);
        assertThat(((RowAnswer.Wait) rows.getFirst()).reason().code())
                .isEqualTo("INVALID_CROSS_REFERENCE_KEY");
    }

    @Test
    void a_row_that_stands_twice_in_a_batch_waits_for_the_outbox_to_think_again() {
        OwedAttendee ada = attendee(person("Ada", "ada@example.org"));

        Receipt receipt = records.write(batch(ada, ada));

        assertThat(receipt).isInstanceOf(Receipt.Answered.class);
        assertThat(((Receipt.Answered) receipt).rows())
                .hasSize(2)
                .allMatch(RowAnswer.Wait.class::isInstance);
    }
}
