package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryOrgConnections;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.Check.Outcome;
import io.turnout.domain.connection.Check.Step;
import io.turnout.domain.connection.ConnectionReport;
import io.turnout.domain.connection.ConnectionSecrets;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.connection.SchemaReport;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever is wrong behind the door, the step that fails says what to do about it, and those after
/// it do not pretend to know.
class ConnectionProbeTest {
    private final ProbeBench bench = new ProbeBench();

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    @Test
    void a_sound_connection_passes_every_step_for_seven_calls_and_writes_nothing() {
        ConnectionReport report = bench.probe(bench.sound());

        assertThat(report.checks())
                .as(report.toString())
                .allMatch(one -> one.outcome() == Outcome.OK);
        assertThat(report.isSound()).isTrue();
        assertThat(report.schema()).contains(new SchemaReport.Described(List.of()));
        assertThat(bench.budget.look(ACME).ours()).isEqualTo(7);
        assertThat(ProbeBench.check(report, Step.BUDGET).said())
                .contains("everybody together used");
        assertThat(bench.salesforce.attendees(ACME)).isEmpty();
    }

    @Test
    void an_org_that_nobody_connected_is_told_how() {
        ConnectionReport report =
                bench.probe(new MemoryOrgConnections(InstantSource.system()), Ids.org());

        assertThat(ProbeBench.onlyFailure(report, Step.CONNECTION).advice().orElseThrow())
                .contains("store a connection");
    }

    @Test
    void a_key_that_cannot_be_read_is_told() {
        OrgConnection sound = bench.sound();
        var broken =
                new OrgConnection(
                        ACME,
                        sound.loginUrl(),
                        sound.account(),
                        "66.0",
                        "default",
                        new ConnectionSecrets("canary", List.of()));

        ConnectionReport report = bench.probe(broken);

        assertThat(ProbeBench.onlyFailure(report, Step.CONNECTION).said()).contains("PKCS#8");
        assertThat(report.toString()).doesNotContain("canary");
    }

    @Test
    void calls_that_are_used_up_are_told() {
        bench.salesforce.order("{\"kind\":\"limit\"}");

        Check check = ProbeBench.onlyFailure(bench.probe(bench.sound()), Step.BUDGET);

        assertThat(check.advice().orElseThrow()).contains("used up");
    }

    @Test
    void an_api_that_is_switched_off_is_told() {
        bench.raw.onData(
                exchange -> {
                    boolean versions = exchange.getRequestURI().getPath().endsWith("/data");
                    RawSalesforce.answer(
                            exchange,
                            versions ? 200 : 403,
                            versions
                                    ? "[{\"version\":\"66.0\"}]"
                                    : """
                                    [{"errorCode":"API_DISABLED_FOR_ORG","message":"no API"}]
                                    """);
                });

        Check check =
                ProbeBench.onlyFailure(
                        bench.probe(ProbeBench.to(bench.raw.uri(), TestKeys.OURS, "66.0")),
                        Step.BUDGET);

        assertThat(check.advice().orElseThrow()).contains("API Enabled");
    }

    @Test
    void a_field_that_is_gone_fails_the_schema_and_writing_but_not_reading() {
        bench.salesforce.order(
                "{\"kind\":\"field-removed\",\"object\":\"Attendee__c\",\"field\":\"Title__c\"}");

        ConnectionReport report = bench.probe(bench.sound());

        assertThat(ProbeBench.check(report, Step.SCHEMA).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ProbeBench.check(report, Step.SCHEMA).advice().orElseThrow())
                .contains("create Attendee__c.Title__c");
        assertThat(ProbeBench.check(report, Step.EVENTS).outcome()).isEqualTo(Outcome.OK);
        assertThat(ProbeBench.check(report, Step.ATTENDEES).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void a_session_that_ends_meanwhile_is_renewed_and_not_reported() {
        assertThat(bench.probe(bench.sound()).isSound()).isTrue();
        bench.salesforce.order("{\"kind\":\"expire-sessions\"}");

        assertThat(bench.probe(bench.sound()).isSound()).isTrue();
    }

    @Test
    void no_report_has_a_secret_in_it() {
        ConnectionReport report =
                bench.probe(ProbeBench.to(bench.raw.uri(), TestKeys.OURS, "66.0"));

        assertThat(report.toString()).doesNotContain("secret-token", "PRIVATE KEY");
    }
}
