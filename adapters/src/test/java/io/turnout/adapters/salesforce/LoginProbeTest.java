package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.Check.Step;
import io.turnout.domain.connection.ConnectionReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever is not let in is told why: which host, which refusal, which org, which version.
class LoginProbeTest {
    private final ProbeBench bench = new ProbeBench();

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    @Test
    void a_host_that_has_no_name_and_one_that_takes_nobody_are_told_apart() throws IOException {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        Check nobody =
                ProbeBench.onlyFailure(
                        bench.probe(
                                ProbeBench.to(
                                        URI.create("https://nobody.invalid"),
                                        TestKeys.OURS,
                                        "66.0")),
                        Step.LOGIN_HOST);
        Check refused =
                ProbeBench.onlyFailure(
                        bench.probe(ProbeBench.to(closed, TestKeys.OURS, "66.0")), Step.LOGIN_HOST);

        assertThat(nobody.said()).isEqualTo("nobody.invalid has no such name");
        assertThat(refused.said()).isEqualTo("127.0.0.1 does not take the connection");
    }

    @Test
    void a_host_without_tls_and_one_that_keeps_silent_are_told_apart() throws IOException {
        try (ServerSocket plain = new ServerSocket(0)) {
            var _ = Thread.ofVirtual().start(() -> answerInTheClear(plain));
            URI url = URI.create("https://127.0.0.1:" + plain.getLocalPort());
            Check noTls =
                    ProbeBench.onlyFailure(
                            bench.probe(ProbeBench.to(url, TestKeys.OURS, "66.0")),
                            Step.LOGIN_HOST);
            assertThat(noTls.said()).contains("TLS");
        }

        try (ServerSocket silent = new ServerSocket(0)) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            Check slow =
                    ProbeBench.onlyFailure(
                            bench.probe(ProbeBench.to(url, TestKeys.OURS, "66.0")),
                            Step.LOGIN_HOST);
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
        ConnectionReport report =
                bench.probe(ProbeBench.to(bench.salesforce.api(ACME), TestKeys.NOBODYS, "66.0"));

        assertThat(ProbeBench.onlyFailure(report, Step.LOGIN).advice().orElseThrow())
                .contains("upload the certificate");
    }

    @Test
    void a_login_to_another_org_goes_no_further() {
        ConnectionReport report =
                bench.probe(
                        ProbeBench.to(
                                bench.salesforce.api(SimulatedSalesforce.OTHER),
                                TestKeys.OURS,
                                "66.0"));

        Check check = ProbeBench.onlyFailure(report, Step.ORG);
        assertThat(check.said())
                .isEqualTo(
                        "the login is to %s, not to %s".formatted(SimulatedSalesforce.OTHER, ACME));
        assertThat(bench.budget.look(ACME).ours()).isZero();
    }

    @Test
    void a_version_that_is_not_offered_is_told_with_the_newest() {
        Check check =
                ProbeBench.onlyFailure(
                        bench.probe(
                                ProbeBench.to(bench.salesforce.api(ACME), TestKeys.OURS, "99.0")),
                        Step.API_VERSION);

        assertThat(check.said()).isEqualTo("99.0 is not offered; the newest is 68.0");
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
        bench.raw.onLogin(
                exchange ->
                        RawSalesforce.answer(
                                exchange,
                                status,
                                "{\"error\":\"%s\",\"error_description\":\"%s\"}"
                                        .formatted(error, words)));

        Check check =
                ProbeBench.onlyFailure(
                        bench.probe(ProbeBench.to(bench.raw.uri(), TestKeys.OURS, "66.0")),
                        Step.LOGIN);

        assertThat(check.advice().orElseThrow()).contains(advice);
        assertThat(check.said()).startsWith(error);
    }

    @Test
    void odd_answers_to_a_login_are_no_login() {
        for (String body :
                List.of("", "<html>", "[]", "{}", "null", "{\"access_token\":\"x\"}", "\"x\"")) {
            bench.raw.onLogin(exchange -> RawSalesforce.answer(exchange, 200, body));
            var _ =
                    ProbeBench.onlyFailure(
                            bench.probe(ProbeBench.to(bench.raw.uri(), TestKeys.OURS, "66.0")),
                            Step.LOGIN);
        }
        bench.raw.onLogin(exchange -> RawSalesforce.answer(exchange, 302, ""));
        assertThat(
                        ProbeBench.onlyFailure(
                                        bench.probe(
                                                ProbeBench.to(
                                                        bench.raw.uri(), TestKeys.OURS, "66.0")),
                                        Step.LOGIN)
                                .advice())
                .isNotEqualTo(Optional.empty());
    }
}
