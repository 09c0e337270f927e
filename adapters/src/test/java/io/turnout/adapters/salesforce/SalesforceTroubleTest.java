package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static io.turnout.application.delivery.OrgRecordsContract.EVENT;
import static io.turnout.application.delivery.OrgRecordsContract.attendees;
import static io.turnout.application.delivery.OrgRecordsContract.batch;
import static io.turnout.application.delivery.OrgRecordsContract.recordIds;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.MemoryCallBudget;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the adapter makes of an org that is away, full, locked or not as it was; and that nothing
/// is lost or doubled by it.
class SalesforceTroubleTest {
    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));
    private final MemoryCallBudget budget = TestConnections.budget();
    private final OrgCalls calls = new OrgCalls(client, InstantSource.system(), budget);
    private final SalesforceOrgRecords records =
            new SalesforceOrgRecords(calls, salesforce.connections());
    private final List<OwedAttendee> three = attendees(3);

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    private Receipt write() {
        return records.write(batch(ACME, three));
    }

    private void nothingIsThereYet() {
        assertThat(salesforce.attendees(ACME)).isEmpty();
    }

    private void onceMendedTheyAreThereOnce() {
        salesforce.mendAll();
        assertThat(recordIds(write())).hasSize(3);
        assertThat(salesforce.attendees(ACME)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html"})
    void an_org_in_maintenance_is_away_whatever_its_page_looks_like(String format) {
        salesforce.order("{\"kind\":\"unavailable\",\"format\":\"" + format + "\"}");

        assertThat(write()).isInstanceOf(Receipt.Away.class);

        nothingIsThereYet();
        onceMendedTheyAreThereOnce();
    }

    @Test
    void an_org_that_is_away_at_the_login_already_is_away() {
        salesforce.order("{\"kind\":\"outage\",\"format\":\"html\"}");

        assertThat(write()).isInstanceOf(Receipt.Away.class);

        nothingIsThereYet();
        onceMendedTheyAreThereOnce();
    }

    @Test
    void a_call_cut_before_the_commit_is_away_and_sent_again() {
        salesforce.order("{\"kind\":\"cut-before\"}");

        assertThat(write()).isInstanceOf(Receipt.Away.class);

        nothingIsThereYet();
        onceMendedTheyAreThereOnce();
    }

    @Test
    void a_call_cut_after_the_commit_is_away_and_sent_again_without_harm() {
        salesforce.order("{\"kind\":\"cut-after\"}");

        assertThat(write()).isInstanceOf(Receipt.Away.class);

        assertThat(salesforce.attendees(ACME)).hasSize(3);
        onceMendedTheyAreThereOnce();
    }

    @Test
    void the_adapter_itself_tries_a_failed_call_no_second_time() {
        salesforce.order("{\"kind\":\"unavailable\",\"calls\":1}");

        assertThat(write()).isInstanceOf(Receipt.Away.class);

        assertThat(salesforce.calls(ACME, "/composite/")).hasSize(1);
    }

    @Test
    void an_answer_that_takes_too_long_is_none() throws IOException {
        assertThat(recordIds(write())).hasSize(3);
        salesforce.order("{\"kind\":\"slow\",\"millis\":1500}");
        try (var impatient = TestConnections.client(Duration.ofMillis(200))) {
            var hasty =
                    new SalesforceOrgRecords(
                            TestConnections.calls(impatient, InstantSource.system()),
                            salesforce.connections());

            Receipt receipt = hasty.write(batch(ACME, three));

            assertThat(receipt).isEqualTo(new Receipt.Away("SocketTimeoutException"));
        }
        onceMendedTheyAreThereOnce();
    }

    @Test
    void the_calls_of_the_day_being_used_up_stops_every_call_of_the_org() {
        salesforce.order("{\"kind\":\"limit\"}");

        assertThat(write())
                .isEqualTo(
                        new Receipt.Spent("REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded."));

        nothingIsThereYet();
        int called = salesforce.calls(ACME, "").size();
        assertThat(write()).isInstanceOf(Receipt.Unaffordable.class);
        assertThat(salesforce.calls(ACME, "")).hasSize(called);
    }

    @Test
    void a_budget_that_runs_out_is_seen_coming() {
        salesforce.post("/orgs/" + ACME + "/budget", "{\"max\":2,\"used\":0}");

        assertThat(recordIds(write())).hasSize(3);
        assertThat(budget.look(ACME).everybody()).map(CallUsage::used).contains(1L);
        assertThat(recordIds(write())).hasSize(3);
        assertThat(budget.look(ACME).everybody()).map(CallUsage::used).contains(2L);

        assertThat(write()).isInstanceOf(Receipt.Unaffordable.class);
        assertThat(budget.look(ACME).ours()).isEqualTo(2);
    }

    @Test
    void too_many_calls_of_everybody_at_once_is_something_else() {
        salesforce.order("{\"kind\":\"concurrent-limit\"}");

        assertThat(write()).isInstanceOf(Receipt.Crowded.class);

        nothingIsThereYet();
        onceMendedTheyAreThereOnce();
    }

    @Test
    void a_field_that_is_gone_is_no_fault_of_the_rows() {
        salesforce.order(
                "{\"kind\":\"field-removed\",\"object\":\"Attendee__c\",\"field\":\"Company__c\"}");

        Receipt receipt = write();

        assertThat(receipt).isInstanceOf(Receipt.Drifted.class);
        assertThat(((Receipt.Drifted) receipt).why()).contains("INVALID_FIELD", "Company__c");
        nothingIsThereYet();
        onceMendedTheyAreThereOnce();
    }

    @Test
    void an_object_that_is_gone_is_no_fault_of_the_rows() {
        AttendeeMapping usual = SalesforceMapping.USUAL.attendee();
        var other =
                new AttendeeMapping(
                        "Guest__c",
                        usual.key(),
                        usual.fields(),
                        usual.statuses(),
                        usual.duplicates());
        SalesforceConnection acme = salesforce.connection(ACME);
        var renamed =
                new SalesforceConnection(
                        ACME,
                        acme.loginUrl(),
                        acme.credentials(),
                        acme.apiVersion(),
                        acme.mapping().withAttendee(other));

        Receipt receipt =
                new SalesforceOrgRecords(calls, SalesforceConnections.fixed(List.of(renamed)))
                        .write(batch(ACME, three));

        assertThat(receipt).isInstanceOf(Receipt.Drifted.class);
    }

    @Test
    void rows_behind_a_lock_wait_one_by_one() {
        salesforce.post("/orgs/" + ACME + "/limits", "{\"lockWaitMillis\":50}");
        salesforce.order("{\"kind\":\"lock\",\"id\":\"" + EVENT + "\"}");

        Receipt receipt = write();

        assertThat(receipt).isInstanceOf(Receipt.Answered.class);
        assertThat(((Receipt.Answered) receipt).rows())
                .hasSize(3)
                .allSatisfy(
                        row -> {
                            assertThat(row).isInstanceOf(RowAnswer.Wait.class);
                            assertThat(((RowAnswer.Wait) row).reason().code())
                                    .isEqualTo("UNABLE_TO_LOCK_ROW");
                        });
        nothingIsThereYet();
        onceMendedTheyAreThereOnce();
    }

    @Test
    void rows_for_which_the_org_has_no_room_wait() {
        salesforce.order("{\"kind\":\"storage-full\"}");

        Receipt receipt = write();

        assertThat(receipt).isInstanceOf(Receipt.Answered.class);
        assertThat(((Receipt.Answered) receipt).rows())
                .hasSize(3)
                .allMatch(RowAnswer.Wait.class::isInstance);
        nothingIsThereYet();
        onceMendedTheyAreThereOnce();
    }
}
