package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static io.turnout.adapters.salesforce.SimulatedSalesforce.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.licensing.LicenseSource;
import io.turnout.application.licensing.LicenseSource.Reading;
import io.turnout.domain.licensing.Issued;
import io.turnout.domain.licensing.LicenseStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Licences as they are read over HTTP from a vendor's simulated org.
class SalesforceLicenseSourceTest {
    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));
    private final LicenseSource source =
            new SalesforceLicenseSource(
                    TestConnections.calls(client, InstantSource.system()),
                    salesforce.connections(),
                    LicenseMapping.USUAL);
    private final Organiser vendor = new Organiser(salesforce, ACME);

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    private void issue(String number, String status, String org) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("Number__c", number);
        fields.put("Status__c", status);
        fields.put("Org_Id__c", org);
        var _ = vendor.create("License__c", fields);
    }

    @Test
    void what_is_understood_is_read_and_the_rest_says_nothing() {
        issue("L-1", "Active", OTHER.value());
        issue("L-2", "Expired", OTHER.value().substring(0, 15));
        issue("L-3", "Perhaps", OTHER.value());
        issue("L-4", "Active", "no org");
        issue("", "Active", OTHER.value());

        assertThat(source.read(ACME))
                .isInstanceOfSatisfying(
                        Reading.Said.class,
                        said -> {
                            assertThat(said.issued())
                                    .extracting(Issued::number, Issued::status, Issued::org)
                                    .containsExactlyInAnyOrder(
                                            org.assertj.core.groups.Tuple.tuple(
                                                    "L-1", LicenseStatus.ACTIVE, OTHER),
                                            org.assertj.core.groups.Tuple.tuple(
                                                    "L-2", LicenseStatus.EXPIRED, OTHER));
                        });
    }

    @Test
    void more_than_a_page_are_read_to_the_end() {
        vendor.createAll(
                "License__c",
                IntStream.range(0, 2_100)
                        .<Map<String, Object>>mapToObj(
                                i ->
                                        Map.of(
                                                "Number__c",
                                                "L-" + i,
                                                "Status__c",
                                                "Active",
                                                "Org_Id__c",
                                                OTHER.value()))
                        .toList());

        assertThat(source.read(ACME))
                .isInstanceOfSatisfying(
                        Reading.Said.class, said -> assertThat(said.issued()).hasSize(2_100));
        assertThat(salesforce.calls(ACME, "/query")).hasSize(2);
    }

    @Test
    void a_vendor_that_is_away_or_unknown_says_nothing() {
        salesforce.order("{\"kind\":\"outage\",\"seconds\":60}");

        assertThat(source.read(ACME)).isInstanceOf(Reading.Failed.class);
        assertThat(source.read(io.turnout.application.contract.Ids.org()))
                .isInstanceOf(Reading.Failed.class);
    }
}
