package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.rollout.OrgZones;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Time zones as they are read over HTTP from a simulated org.
class SalesforceOrgZonesTest {
    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));
    private final OrgZones zones =
            new SalesforceOrgZones(
                    TestConnections.calls(client, InstantSource.system()),
                    salesforce.connections());

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    @Test
    void an_org_says_in_which_zone_it_works() {
        assertThat(zones.ask(ACME)).contains(ZoneId.of("America/Los_Angeles"));
    }

    @Test
    void an_org_that_is_not_connected_says_nothing() {
        assertThat(zones.ask(Ids.org())).isEmpty();
    }
}
