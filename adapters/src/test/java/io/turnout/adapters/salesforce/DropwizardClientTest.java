package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static io.turnout.application.delivery.OrgRecordsContract.attendees;
import static io.turnout.application.delivery.OrgRecordsContract.batch;
import static io.turnout.application.delivery.OrgRecordsContract.recordIds;
import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.client.HttpClientBuilder;
import io.dropwizard.client.HttpClientConfiguration;
import io.dropwizard.jackson.Jackson;
import io.turnout.domain.delivery.Receipt;
import java.io.IOException;
import java.time.InstantSource;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The client as the house builds it from its settings: its limits hold, and what the adapter
/// insists on holds too.
class DropwizardClientTest {
    private static final String TIMER =
            "org.apache.hc.client5.http.classic.HttpClient.salesforce.patch-requests";

    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final RawSalesforce raw = new RawSalesforce();
    private final MetricRegistry metrics = new MetricRegistry();

    @AfterEach
    void stop() {
        raw.close();
        salesforce.close();
    }

    private CloseableHttpClient client(String timeout) throws IOException {
        String settings =
                """
                {"timeout":"%s","connectionTimeout":"2s","connectionRequestTimeout":"5s",
                 "keepAlive":"30s","maxConnections":256,"maxConnectionsPerRoute":4,"retries":0}
                """
                        .formatted(timeout);
        return new HttpClientBuilder(metrics)
                .using(Jackson.newObjectMapper().readValue(settings, HttpClientConfiguration.class))
                .build("salesforce");
    }

    private static SalesforceOrgRecords records(
            CloseableHttpClient client, SalesforceConnections connections) {
        return new SalesforceOrgRecords(
                TestConnections.calls(client, InstantSource.system()), connections);
    }

    @Test
    void calls_are_made_and_measured() throws IOException {
        try (var client = client("30s")) {
            Receipt receipt =
                    records(client, salesforce.connections()).write(batch(ACME, attendees(3)));

            assertThat(recordIds(receipt)).hasSize(3);
            assertThat(metrics.getTimers())
                    .hasEntrySatisfying(TIMER, timer -> assertThat(timer.getCount()).isEqualTo(1));
        }
    }

    @Test
    void the_time_limit_of_the_settings_holds() throws IOException {
        salesforce.order("{\"kind\":\"slow\",\"millis\":1500}");
        try (var client = client("300ms")) {
            Receipt receipt =
                    records(client, salesforce.connections()).write(batch(ACME, attendees(3)));

            assertThat(receipt).isEqualTo(new Receipt.Away("SocketTimeoutException"));
        }
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        raw.onData(
                exchange -> {
                    exchange.getResponseHeaders().add("Location", raw.uri() + "/elsewhere");
                    RawSalesforce.answer(exchange, 307, "");
                });
        try (var client = client("30s")) {
            Receipt receipt = records(client, raw.connections()).write(batch(ACME, attendees(3)));

            assertThat(receipt).isInstanceOf(Receipt.Away.class);
            assertThat(raw.asked()).hasSize(1);
        }
    }

    @Test
    void an_overloaded_org_is_not_asked_again() throws IOException {
        raw.onData(
                exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "0");
                    RawSalesforce.answer(exchange, 503, "");
                });
        try (var client = client("30s")) {
            Receipt receipt = records(client, raw.connections()).write(batch(ACME, attendees(3)));

            assertThat(receipt).isInstanceOf(Receipt.Away.class);
            assertThat(raw.asked()).hasSize(1);
        }
    }
}
