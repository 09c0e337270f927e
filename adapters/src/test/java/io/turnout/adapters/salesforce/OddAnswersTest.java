package io.turnout.adapters.salesforce;

import static io.turnout.application.delivery.OrgRecordsContract.ACME;
import static io.turnout.application.delivery.OrgRecordsContract.attendee;
import static io.turnout.application.delivery.OrgRecordsContract.attendees;
import static io.turnout.application.delivery.OrgRecordsContract.batch;
import static io.turnout.application.delivery.OrgRecordsContract.person;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that Salesforce should not give: none of them is believed, thrown or followed.
class OddAnswersTest {
    private static final String SENT = "{\"id\":\"a04xx0000000001AAA\",\"success\":true}";

    private final RawSalesforce salesforce = new RawSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(5));
    private final SalesforceOrgRecords records =
            new SalesforceOrgRecords(
                    TestConnections.calls(client, InstantSource.system()),
                    salesforce.connections());
    private final List<OwedAttendee> two = attendees(2);

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    private Receipt write() {
        return records.write(batch(ACME, two));
    }

    @Test
    void the_request_is_one_upsert_by_our_key_with_all_fields() {
        salesforce.onData(200, "[" + SENT + "]");
        OwedAttendee ada = attendee(person("Ada \"A\" Zürn", "ada@example.org"));

        assertThat(records.write(batch(ada))).isInstanceOf(Receipt.Answered.class);

        RawSalesforce.Asked asked = salesforce.asked().getFirst();
        assertThat(asked.method()).isEqualTo("PATCH");
        assertThat(asked.path())
                .isEqualTo("/services/data/v66.0/composite/sobjects/Attendee__c/External_Id__c");
        assertThat(asked.token()).isEqualTo("Bearer secret-token");
        assertThat(asked.options()).isEqualTo("client=turnout/1.0");
        assertThat(asked.body())
                .isEqualTo(
                        """
                        {"allOrNone":false,"records":[{"attributes":{"type":"Attendee__c"},\
                        "External_Id__c":"%s","Event__c":"a01xx0000000001AAA",\
                        "Event_Item__c":"a02xx0000000001AAA","Email__c":"ada@example.org",\
                        "Name__c":"Ada \\"A\\" Zürn","Title__c":null,"Company__c":null,\
                        "Status__c":"Registered",\
                        "Sessions__c":"a03xx0000000001AAA;a03xx0000000002AAA"}]}\
                        """
                                .formatted(ada.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "[" + SENT + "]",
                "[" + SENT + "," + SENT + "," + SENT + "]",
                "[" + SENT + ",{}]",
                "[" + SENT + ",{}," + SENT + "]",
                "[" + SENT + ",{\"success\":\"true\",\"id\":\"a04\"}]",
                "[" + SENT + ",{\"success\":true}]",
                "{\"0\":" + SENT + ",\"1\":" + SENT + "}",
                "[" + SENT + ",",
                "<html>maintenance</html>"
            })
    void an_answer_that_is_not_one_row_for_each_row_says_nothing(String body) {
        salesforce.onData(200, body);

        assertThat(write()).isEqualTo(new Receipt.Away("not one answer per row"));
    }

    @Test
    void two_good_rows_are_two_sent_rows() {
        salesforce.onData(200, "[" + SENT + "," + SENT + "]");

        assertThat(write()).isInstanceOf(Receipt.Answered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 300, 302, 403, 404, 420, 429, 500, 502, 503, 504})
    void a_status_without_an_error_of_salesforce_is_away(int status) {
        salesforce.onData(status, status == 204 ? "" : "<html></html>");

        assertThat(write()).isInstanceOf(Receipt.Away.class);
    }

    @Test
    void a_redirect_is_not_followed_since_it_would_take_the_token_along() {
        salesforce.onData(
                exchange -> {
                    exchange.getResponseHeaders().add("Location", salesforce.uri() + "/elsewhere");
                    RawSalesforce.answer(exchange, 307, "");
                });

        assertThat(write()).isInstanceOf(Receipt.Away.class);

        assertThat(salesforce.asked()).extracting(RawSalesforce.Asked::path).hasSize(1);
    }

    @Test
    void an_answer_without_end_is_given_up() {
        salesforce.onData(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] chunk = new byte[64 * 1024];
                    try (OutputStream out = exchange.getResponseBody()) {
                        for (int i = 0; i < 10_000; i++) {
                            out.write(chunk);
                        }
                    }
                });

        assertThat(write()).isEqualTo(new Receipt.Away("EndlessAnswer"));
    }

    @Test
    void an_answer_that_drips_is_given_up() {
        salesforce.onData(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        for (String drop : List.of("[", SENT, ",", SENT, "]")) {
                            out.write(drop.getBytes(UTF_8));
                            out.flush();
                        }
                    }
                });

        // Twenty seconds go by with every drop.
        var now = new AtomicReference<>(Instant.now());
        InstantSource hurried =
                () -> Objects.requireNonNull(now.updateAndGet(then -> then.plusSeconds(20)));
        var patient =
                new SalesforceOrgRecords(
                        TestConnections.calls(client, hurried), salesforce.connections());

        assertThat(patient.write(batch(ACME, two))).isEqualTo(new Receipt.Away("EndlessAnswer"));
    }

    @Test
    void a_new_session_that_is_refused_too_is_no_matter_of_sessions() {
        salesforce.onData(401, "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"no\"}]");

        assertThat(write()).isInstanceOf(Receipt.Barred.class);

        assertThat(salesforce.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "ftp://127.0.0.1",
                "https://user@example.org",
                "//127.0.0.1",
                "not a url",
                ""
            })
    void a_login_that_sends_the_token_over_an_open_line_is_not_used(String instance) {
        salesforce.onLogin(
                exchange -> RawSalesforce.answer(exchange, 200, salesforce.granted(instance)));

        assertThat(write()).isEqualTo(new Receipt.Barred("the login names no safe instance URL"));
        assertThat(salesforce.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"t\",\"instance_url\":\"http://127.0.0.1\"}",
                "{\"access_token\":\"t\",\"id\":\"https://x/id/00D1/005\"}",
                "{\"access_token\":\"t\",\"id\":\"https://x/id/00DTURNOUT0000225A/005\"}"
            })
    void a_login_that_does_not_name_our_org_is_not_used(String body) {
        salesforce.onLogin(exchange -> RawSalesforce.answer(exchange, 200, body));

        assertThat(write()).isInstanceOf(Receipt.Barred.class);
        assertThat(salesforce.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 {\"error\":\"rate_limit_exceeded\",\"error_description\":\"login rate\"}",
                "400 {\"error\":\"unknown_error\",\"error_description\":\"retry your request\"}",
                "500 {\"error\":\"invalid_grant\"}",
                "200 {}",
                "200 <html></html>",
                "400 <html></html>",
                "429 "
            })
    void a_login_that_may_work_later_is_away(String answer) {
        String body = answer.substring(4);
        int status = Integer.parseInt(answer.substring(0, 3));
        salesforce.onLogin(exchange -> RawSalesforce.answer(exchange, status, body));

        assertThat(write()).isInstanceOf(Receipt.Away.class);
        assertThat(salesforce.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"invalid_grant", "invalid_client", "invalid_app_access", "inactive_org"})
    void a_login_that_an_administrator_must_mend_is_barred(String error) {
        salesforce.onLogin(
                exchange ->
                        RawSalesforce.answer(
                                exchange,
                                400,
                                "{\"error\":\"%s\",\"error_description\":\"ask them\"}"
                                        .formatted(error)));

        assertThat(write()).isEqualTo(new Receipt.Barred("login: " + error + ", ask them"));
        assertThat(salesforce.asked()).isEmpty();
    }
}
