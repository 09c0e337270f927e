package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.application.contract.Ids;
import io.turnout.domain.connection.Finding;
import io.turnout.domain.connection.SchemaReport;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Objects and fields over the wire: what the org says of them, and what it means when it says
/// something else.
class SchemaDescribeTest {
    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));
    private final OrgCalls calls = TestConnections.calls(client, InstantSource.system());
    private final SalesforceOrgSchema schema =
            new SalesforceOrgSchema(calls, salesforce.connections(), Mappings.shipped());

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    private List<Finding> findings() {
        SchemaReport report = schema.describe(ACME);
        assertThat(report).isInstanceOf(SchemaReport.Described.class);
        return ((SchemaReport.Described) report).findings();
    }

    @Test
    void the_org_of_our_package_is_as_the_default_mapping_says_for_four_calls() {
        assertThat(findings()).isEmpty();
        assertThat(salesforce.calls(ACME, "/describe")).hasSize(4);
    }

    @Test
    void a_field_that_is_gone_and_one_that_must_be_filled_are_found() {
        salesforce.order(
                "{\"kind\":\"field-removed\",\"object\":\"Attendee__c\",\"field\":\"Company__c\"}");

        List<Finding> found = findings();

        assertThat(found)
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.place()).isEqualTo("Attendee__c.Company__c");
                            assertThat(one.fault()).isEqualTo(Finding.Fault.FIELD_MISSING);
                        });
        salesforce.mendAll();
        assertThat(findings()).isEmpty();
    }

    @Test
    void an_org_without_the_package_lacks_each_of_its_objects() {
        SalesforceConnection acme = salesforce.connection(ACME);
        var other =
                new SalesforceConnection(
                        ACME,
                        acme.loginUrl(),
                        acme.credentials(),
                        acme.apiVersion(),
                        Mappings.shipped().of("conference360").orElseThrow());
        var elsewhere =
                new SalesforceOrgSchema(
                        calls, SalesforceConnections.fixed(List.of(other)), Mappings.shipped());

        SchemaReport report = elsewhere.describe(ACME);

        assertThat(((SchemaReport.Described) report).findings())
                .hasSize(4)
                .allMatch(one -> one.fault() == Finding.Fault.OBJECT_MISSING);
    }

    @Test
    void who_does_not_answer_is_not_accused_of_lacking_something() {
        for (String fault :
                List.of(
                        "{\"kind\":\"outage\"}",
                        "{\"kind\":\"outage\",\"format\":\"html\"}",
                        "{\"kind\":\"unavailable\",\"calls\":1}",
                        "{\"kind\":\"limit\"}",
                        "{\"kind\":\"cut-before\",\"calls\":1}",
                        "{\"kind\":\"cut-after\",\"calls\":1}")) {
            salesforce.order(fault);

            assertThat(schema.describe(ACME)).as(fault).isInstanceOf(SchemaReport.Unanswered.class);

            salesforce.mendAll();
        }
        assertThat(schema.describe(Ids.org())).isInstanceOf(SchemaReport.Unanswered.class);
    }

    @Test
    void an_answer_that_describes_nothing_finds_nothing() {
        try (RawSalesforce raw = new RawSalesforce()) {
            var odd = new SalesforceOrgSchema(calls, raw.connections(), Mappings.shipped());
            for (String body : List.of("", "[]", "{}", "{\"fields\":[]}", "<html></html>", "7")) {
                raw.onData(200, body);
                assertThat(odd.describe(ACME)).as(body).isInstanceOf(SchemaReport.Unanswered.class);
            }
            raw.onData(404, "<html>not found</html>");
            assertThat(odd.describe(ACME)).isInstanceOf(SchemaReport.Unanswered.class);
            raw.onData(403, "[{\"errorCode\":\"API_DISABLED_FOR_ORG\",\"message\":\"no API\"}]");
            assertThat(odd.describe(ACME))
                    .isEqualTo(
                            new SchemaReport.Unanswered(
                                    "Attendee__c: API_DISABLED_FOR_ORG, no API"));
        }
    }

    @Test
    void a_mapping_that_needs_something_else_has_another_mark() throws IOException {
        Mappings more =
                Mappings.with(
                        Map.of(
                                "same",
                                new ObjectMapper().readTree("{\"like\":\"default\"}"),
                                "other",
                                new ObjectMapper()
                                        .readTree(
                                                """
                                                {"like":"default","item":{"price":null}}
                                                """)));
        var many = new SalesforceOrgSchema(calls, salesforce.connections(), more);

        assertThat(many.needs("same")).isEqualTo(schema.needs("default"));
        assertThat(many.needs("other")).isNotEqualTo(schema.needs("default"));
        assertThat(many.needs("unheard-of")).isNotEqualTo(schema.needs("default"));
    }
}
