package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryCallBudget;
import io.turnout.application.memory.MemoryOrgConnections;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.Check.Outcome;
import io.turnout.domain.connection.Check.Step;
import io.turnout.domain.connection.ConnectedAs;
import io.turnout.domain.connection.ConnectionReport;
import io.turnout.domain.connection.ConnectionSecrets;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.org.OrgId;
import io.turnout.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is wrong with a connection, the step that fails says what to do about it, and those
/// after it do not pretend to know.
class ConnectionProbeTest {
    private static final BudgetRule ALL = new BudgetRule(1, 0);

    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final RawSalesforce raw = new RawSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(2));
    private final MemoryCallBudget budget = new MemoryCallBudget(ALL, InstantSource.system());

    @AfterEach
    void stop() throws IOException {
        client.close();
        raw.close();
        salesforce.close();
    }

    private static OrgConnection to(URI loginUrl, KeyPair key, String version) {
        return new OrgConnection(
                ACME,
                loginUrl,
                new ConnectedAs(
                        SimulatorSettings.CONSUMER_KEY,
                        SimulatorSettings.USERNAME,
                        "https://login.salesforce.com"),
                version,
                "default",
                new ConnectionSecrets(TestKeys.pem(key), List.of()));
    }

    private ConnectionReport probe(OrgConnection connection) {
        var kept = new MemoryOrgConnections(InstantSource.system());
        var _ = kept.keep(connection);
        return probe(kept, connection.org());
    }

    private ConnectionReport probe(MemoryOrgConnections kept, OrgId org) {
        ConnectionTerms terms = new ConnectionTerms(Mappings.shipped(), List.of());
        var calls =
                new ProbeCalls(
                        client,
                        InstantSource.system(),
                        new OrgCalls(client, InstantSource.system(), budget),
                        budget,
                        ALL);
        var known = new KnownConnections(kept, terms, InstantSource.system());
        return new SalesforceConnectionProbe(known, terms, calls).probe(org);
    }

    private OrgConnection sound() {
        return to(salesforce.api(ACME), TestKeys.OURS, "66.0");
    }

    private static Check check(ConnectionReport report, Step step) {
        return report.checks().stream().filter(one -> one.step() == step).findFirst().orElseThrow();
    }

    /// All before are fine, this one failed, and none after it was taken.
    private static Check onlyFailure(ConnectionReport report, Step step) {
        assertThat(report.checks())
                .as(report.toString())
                .allSatisfy(
                        check ->
                                assertThat(check.outcome())
                                        .isEqualTo(
                                                check.step().compareTo(step) < 0
                                                        ? Outcome.OK
                                                        : check.step() == step
                                                                ? Outcome.FAILED
                                                                : Outcome.SKIPPED));
        assertThat(report.isSound()).isFalse();
        return check(report, step);
    }

    @Test
    void a_sound_connection_passes_every_step_for_six_calls_and_writes_nothing() {
        ConnectionReport report = probe(sound());

        assertThat(report.checks())
                .as(report.toString())
                .allMatch(one -> one.outcome() == Outcome.OK);
        assertThat(report.isSound()).isTrue();
        assertThat(report.schema()).contains(new SchemaReport.Described(List.of()));
        assertThat(budget.look(ACME).ours()).isEqualTo(6);
        assertThat(check(report, Step.BUDGET).said()).contains("everybody together used");
        assertThat(salesforce.attendees(ACME)).isEmpty();
    }

    @Test
    void an_org_that_nobody_connected_is_told_how() {
        ConnectionReport report =
                probe(new MemoryOrgConnections(InstantSource.system()), Ids.org());

        assertThat(onlyFailure(report, Step.CONNECTION).advice().orElseThrow())
                .contains("store a connection");
    }

    @Test
    void a_key_that_cannot_be_read_is_told() {
        OrgConnection sound = sound();
        var broken =
                new OrgConnection(
                        ACME,
                        sound.loginUrl(),
                        sound.account(),
                        "66.0",
                        "default",
                        new ConnectionSecrets("canary", List.of()));

        ConnectionReport report = probe(broken);

        assertThat(onlyFailure(report, Step.CONNECTION).said()).contains("PKCS#8");
        assertThat(report.toString()).doesNotContain("canary");
    }

    @Test
    void a_host_that_has_no_name_and_one_that_takes_nobody_are_told_apart() throws IOException {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        Check nobody =
                onlyFailure(
                        probe(to(URI.create("https://nobody.invalid"), TestKeys.OURS, "66.0")),
                        Step.LOGIN_HOST);
        Check refused = onlyFailure(probe(to(closed, TestKeys.OURS, "66.0")), Step.LOGIN_HOST);

        assertThat(nobody.said()).isEqualTo("nobody.invalid has no such name");
        assertThat(refused.said()).isEqualTo("127.0.0.1 does not take the connection");
    }

    @Test
    void a_host_without_tls_and_one_that_keeps_silent_are_told_apart() throws IOException {
        try (ServerSocket plain = new ServerSocket(0)) {
            var _ = Thread.ofVirtual().start(() -> answerInTheClear(plain));
            URI url = URI.create("https://127.0.0.1:" + plain.getLocalPort());
            Check noTls = onlyFailure(probe(to(url, TestKeys.OURS, "66.0")), Step.LOGIN_HOST);
            assertThat(noTls.said()).contains("TLS");
        }

        try (ServerSocket silent = new ServerSocket(0)) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            Check slow = onlyFailure(probe(to(url, TestKeys.OURS, "66.0")), Step.LOGIN_HOST);
            assertThat(slow.said()).isEqualTo("127.0.0.1 does not answer in time");
        }
    }

    private static void answerInTheClear(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            caller.getOutputStream().flush();
            var _ = caller.getInputStream().readAllBytes();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Test
    void a_key_whose_certificate_the_org_does_not_have_is_told() {
        ConnectionReport report = probe(to(salesforce.api(ACME), TestKeys.NOBODYS, "66.0"));

        assertThat(onlyFailure(report, Step.LOGIN).advice().orElseThrow())
                .contains("upload the certificate");
    }

    @Test
    void a_login_to_another_org_goes_no_further() {
        ConnectionReport report =
                probe(to(salesforce.api(SimulatedSalesforce.OTHER), TestKeys.OURS, "66.0"));

        Check check = onlyFailure(report, Step.ORG);
        assertThat(check.said())
                .isEqualTo(
                        "the login is to %s, not to %s".formatted(SimulatedSalesforce.OTHER, ACME));
        assertThat(budget.look(ACME).ours()).isZero();
    }

    @Test
    void a_version_that_is_not_offered_is_told_with_the_newest() {
        Check check =
                onlyFailure(
                        probe(to(salesforce.api(ACME), TestKeys.OURS, "99.0")), Step.API_VERSION);

        assertThat(check.said()).isEqualTo("99.0 is not offered; the newest is 68.0");
    }

    @Test
    void calls_that_are_used_up_are_told() {
        salesforce.order("{\"kind\":\"limit\"}");

        Check check = onlyFailure(probe(sound()), Step.BUDGET);

        assertThat(check.advice().orElseThrow()).contains("used up");
    }

    @Test
    void an_api_that_is_switched_off_is_told() {
        raw.onData(
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

        Check check = onlyFailure(probe(to(raw.uri(), TestKeys.OURS, "66.0")), Step.BUDGET);

        assertThat(check.advice().orElseThrow()).contains("API Enabled");
    }

    @Test
    void a_field_that_is_gone_fails_the_schema_and_writing_but_not_reading() {
        salesforce.order(
                "{\"kind\":\"field-removed\",\"object\":\"Attendee__c\",\"field\":\"Title__c\"}");

        ConnectionReport report = probe(sound());

        assertThat(check(report, Step.SCHEMA).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check(report, Step.SCHEMA).advice().orElseThrow())
                .contains("create Attendee__c.Title__c");
        assertThat(check(report, Step.EVENTS).outcome()).isEqualTo(Outcome.OK);
        assertThat(check(report, Step.ATTENDEES).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void a_session_that_ends_meanwhile_is_renewed_and_not_reported() {
        assertThat(probe(sound()).isSound()).isTrue();
        salesforce.order("{\"kind\":\"expire-sessions\"}");

        assertThat(probe(sound()).isSound()).isTrue();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        400,
                        "invalid_grant",
                        "user hasn't approved this consumer",
                        "approve the app"),
                arguments(400, "invalid_grant", "audience is invalid", "set audience to"),
                arguments(400, "invalid_grant", "Audience validation failed", "set audience to"),
                arguments(400, "invalid_grant", "invalid assertion", "upload the certificate"),
                arguments(400, "invalid_grant", "expired authorization code", "set the clock"),
                arguments(400, "invalid_grant", "authentication failure", "check username"),
                arguments(400, "invalid_grant", "user is locked", "unlock the integration user"),
                arguments(400, "invalid_grant", "ip restricted", "login IP ranges"),
                arguments(
                        400,
                        "invalid_grant",
                        "no client credentials user enabled",
                        "user to run as"),
                arguments(
                        400,
                        "invalid_grant",
                        "request not supported on this domain",
                        "the org's own address"),
                arguments(400, "invalid_client", "invalid client credentials", "was changed"),
                arguments(400, "invalid_client_id", "client identifier invalid", "consumer key"),
                arguments(
                        400,
                        "invalid_app_access",
                        "user is not admin approved to access this app",
                        "assign the permission set"),
                arguments(400, "inactive_user", "user is inactive", "activate"),
                arguments(400, "inactive_org", "organization is inactive", "ask Salesforce"),
                arguments(400, "org_not_available", "org is locked", "status.salesforce.com"),
                arguments(400, "unsupported_grant_type", "grant type not supported", "JWT bearer"),
                arguments(400, "unknown_error", "retry your request", "try again in some minutes"),
                arguments(400, "rate_limit_exceeded", "login rate exceeded", "wait an hour"),
                arguments(503, "server_error", "", "trouble of its own"),
                arguments(400, "never_heard_of", "", "what stands between"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("refusals")
    void each_refusal_of_a_login_has_its_own_instruction(
            int status, String error, String words, String advice) {
        raw.onLogin(
                exchange ->
                        RawSalesforce.answer(
                                exchange,
                                status,
                                "{\"error\":\"%s\",\"error_description\":\"%s\"}"
                                        .formatted(error, words)));

        Check check = onlyFailure(probe(to(raw.uri(), TestKeys.OURS, "66.0")), Step.LOGIN);

        assertThat(check.advice().orElseThrow()).contains(advice);
        assertThat(check.said()).startsWith(error);
    }

    @Test
    void odd_answers_to_a_login_are_no_login() {
        for (String body :
                List.of("", "<html>", "[]", "{}", "null", "{\"access_token\":\"x\"}", "\"x\"")) {
            raw.onLogin(exchange -> RawSalesforce.answer(exchange, 200, body));
            var _ = onlyFailure(probe(to(raw.uri(), TestKeys.OURS, "66.0")), Step.LOGIN);
        }
        raw.onLogin(exchange -> RawSalesforce.answer(exchange, 302, ""));
        assertThat(onlyFailure(probe(to(raw.uri(), TestKeys.OURS, "66.0")), Step.LOGIN).advice())
                .isNotEqualTo(Optional.empty());
    }

    @Test
    void no_report_has_a_secret_in_it() {
        ConnectionReport report = probe(to(raw.uri(), TestKeys.OURS, "66.0"));

        assertThat(report.toString()).doesNotContain("secret-token", "PRIVATE KEY");
    }
}
