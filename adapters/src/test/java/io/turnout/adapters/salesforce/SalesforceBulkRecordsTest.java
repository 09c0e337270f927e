package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.delivery.OrgRecordsContract;
import io.turnout.domain.delivery.BulkLease;
import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkTurn;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.AttendeeId;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Jobs through the real adapter, against the simulator over HTTP.
class SalesforceBulkRecordsTest {
    private static final BulkLease LEASE = new BulkLease(ACME, new UUID(0, 1), 1);
    private static final int LOOKS_MAX = 10_000;

    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(20));
    private final SalesforceBulkRecords records =
            new SalesforceBulkRecords(
                    TestConnections.calls(client, InstantSource.system()),
                    salesforce.connections());
    private final List<OwedAttendee> guests = OrgRecordsContract.attendees(450);

    @AfterEach
    void close() throws IOException {
        client.close();
        salesforce.close();
    }

    private String created() {
        BulkReceipt receipt = records.take(new BulkTurn.Create(LEASE));
        assertThat(receipt).isInstanceOf(BulkReceipt.Created.class);
        return ((BulkReceipt.Created) receipt).recordId();
    }

    private BulkReceipt load(String job, List<OwedAttendee> attendees) {
        return records.take(new BulkTurn.Load(LEASE, job, attendees));
    }

    private BulkReceipt end(String job) {
        BulkReceipt receipt = new BulkReceipt.Running();
        for (int i = 0; i < LOOKS_MAX && receipt instanceof BulkReceipt.Running; i++) {
            receipt = records.take(new BulkTurn.Look(LEASE, job));
        }
        return receipt;
    }

    private static Map<AttendeeId, RowAnswer> answers(BulkReceipt receipt) {
        assertThat(receipt).isInstanceOf(BulkReceipt.Ended.class);
        return ((BulkReceipt.Ended) receipt).answers();
    }

    @Test
    void a_job_brings_every_row_and_tells_of_each() {
        String job = created();
        assertThat(load(job, guests)).isInstanceOf(BulkReceipt.Running.class);

        Map<AttendeeId, RowAnswer> answers = answers(end(job));

        assertThat(answers).hasSize(450);
        assertThat(answers.values())
                .allSatisfy(
                        answer -> {
                            assertThat(answer).isInstanceOf(RowAnswer.Sent.class);
                            assertThat(((RowAnswer.Sent) answer).created()).isTrue();
                        });
        assertThat(salesforce.attendees(ACME)).hasSize(450);
    }

    @Test
    void the_same_rows_in_a_second_job_are_updated_and_not_doubled() {
        String first = created();
        var _ = load(first, guests);
        assertThat(answers(end(first))).hasSize(450);

        String second = created();
        var _ = load(second, guests);

        assertThat(answers(end(second)).values())
                .allSatisfy(a -> assertThat(((RowAnswer.Sent) a).created()).isFalse());
        assertThat(salesforce.attendees(ACME)).hasSize(450);
    }

    @Test
    void a_poisoned_row_is_refused_with_its_reason_and_its_neighbours_arrive() {
        salesforce.order(
                "{\"kind\":\"validation-rule\",\"object\":\"Attendee__c\",\"field\":\"Name__c\","
                        + "\"pattern\":\"(?!Evil).*\",\"message\":\"Not: him, please\"}");
        OwedAttendee evil =
                OrgRecordsContract.attendee(
                        OrgRecordsContract.person("Evil, \"quoted\"\nline", "evil@example.org"));
        List<OwedAttendee> rows = new ArrayList<>(guests.subList(0, 9));
        rows.add(evil);
        String job = created();
        var _ = load(job, rows);

        Map<AttendeeId, RowAnswer> answers = answers(end(job));

        assertThat(answers).hasSize(10);
        assertThat(answers.get(evil.id()))
                .isInstanceOfSatisfying(
                        RowAnswer.Refused.class,
                        refused -> {
                            assertThat(refused.reason().code())
                                    .isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
                            assertThat(refused.reason().message()).contains("Not: him, please");
                        });
        assertThat(salesforce.attendees(ACME)).hasSize(9);
    }

    @Test
    void whoever_loads_again_after_a_cut_leaves_what_one_load_leaves() {
        String job = created();
        salesforce.order("{\"kind\":\"cut-after\",\"calls\":1,\"path\":\"/batches\"}");
        assertThat(load(job, guests))
                .isInstanceOfSatisfying(
                        BulkReceipt.Failed.class,
                        failed -> assertThat(failed.receipt()).isInstanceOf(Receipt.Away.class));

        assertThat(load(job, guests)).isInstanceOf(BulkReceipt.Running.class);
        assertThat(load(job, guests)).isInstanceOf(BulkReceipt.Running.class);

        assertThat(answers(end(job))).hasSize(450);
        assertThat(salesforce.attendees(ACME)).hasSize(450);
    }

    @Test
    void a_column_the_org_does_not_have_loses_the_job_and_says_which() {
        String job = created();
        salesforce.order(
                "{\"kind\":\"field-removed\",\"object\":\"Attendee__c\",\"field\":\"Title__c\"}");
        var _ = load(job, guests);

        assertThat(end(job))
                .isInstanceOfSatisfying(
                        BulkReceipt.Lost.class,
                        lost -> assertThat(lost.why()).contains("Title__c"));
    }

    @Test
    void a_job_nobody_knows_is_lost_and_an_org_in_maintenance_is_asked_again() {
        assertThat(records.take(new BulkTurn.Look(LEASE, "750000000000001AAA")))
                .isInstanceOf(BulkReceipt.Lost.class);
        salesforce.order("{\"kind\":\"unavailable\",\"format\":\"html\"}");

        assertThat(records.take(new BulkTurn.Create(LEASE)))
                .isInstanceOfSatisfying(
                        BulkReceipt.Failed.class,
                        failed -> assertThat(failed.receipt()).isInstanceOf(Receipt.Away.class));
    }

    @Test
    void a_job_is_begun_with_three_calls_however_many_rows_it_has() {
        String job = created();

        assertThat(load(job, guests)).isInstanceOf(BulkReceipt.Running.class);

        assertThat(salesforce.calls(ACME, "/jobs/ingest")).hasSize(3);
    }
}
