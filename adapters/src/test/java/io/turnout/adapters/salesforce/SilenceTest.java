package io.turnout.adapters.salesforce;

import static io.turnout.application.delivery.OrgRecordsContract.ACME;
import static io.turnout.application.delivery.OrgRecordsContract.attendee;
import static io.turnout.application.delivery.OrgRecordsContract.batch;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.registration.Person;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is said aloud of a call that failed: enough to find it, and nothing of whom it was about.
class SilenceTest {
    private final Logger logger =
            (Logger) LoggerFactory.getLogger("io.turnout.adapters.salesforce");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final RawSalesforce salesforce = new RawSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(5));
    private final OrgCalls calls = TestConnections.calls(client, InstantSource.system());
    private final OwedAttendee ada =
            attendee(
                    new Person(
                            "ada@example.org",
                            "Ada Lovelace",
                            Optional.of("Countess"),
                            Optional.of("Engines")));

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() throws IOException {
        logger.detachAppender(log);
        client.close();
        salesforce.close();
    }

    private Receipt write() {
        return new SalesforceOrgRecords(calls, salesforce.connections()).write(batch(ada));
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void a_failed_call_is_one_line_with_org_outcome_code_and_rows() {
        salesforce.onData(
                400,
                "[{\"errorCode\":\"INVALID_FIELD\",\"message\":\"not Ada Lovelace's field\"}]");

        assertThat(write()).isInstanceOf(Receipt.Drifted.class);

        assertThat(lines())
                .containsExactly(
                        "a call to Salesforce failed: org %s, Drifted, INVALID_FIELD, 1 rows"
                                .formatted(ACME));
    }

    @Test
    void a_code_that_is_none_breaks_no_line_of_the_log() {
        salesforce.onData(400, "[{\"errorCode\":\"X\\nADMIN Ada Lovelace\",\"message\":\"no\"}]");

        assertThat(write()).isInstanceOf(Receipt.Drifted.class);

        assertThat(lines()).hasSize(1).allMatch(line -> line.contains("Drifted, UNKNOWN, 1 rows"));
    }

    @Test
    void a_refused_row_is_told_to_the_outbox_only() {
        salesforce.onData(
                200,
                """
                [{"success":false,"errors":[{"statusCode":"STRING_TOO_LONG",
                  "message":"data value too large: Ada Lovelace","fields":["Name__c"]}]}]
                """);

        Receipt receipt = write();

        assertThat(receipt.toString()).contains("STRING_TOO_LONG").doesNotContain("Lovelace");
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_fault_of_our_own_is_neither_thrown_nor_quoted() {
        var broken =
                new SalesforceOrgRecords(
                        calls,
                        _ -> {
                            throw new IllegalStateException("Ada Lovelace");
                        });

        Receipt receipt = broken.write(batch(ada));

        assertThat(receipt)
                .isEqualTo(new Receipt.Away("a fault of our own: IllegalStateException"));
        assertThat(lines()).hasSize(1).noneMatch(line -> line.contains("Lovelace"));
    }
}
