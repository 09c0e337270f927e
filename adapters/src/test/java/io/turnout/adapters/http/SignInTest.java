package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.adapters.http.signin.OpenId;
import io.turnout.application.audit.AuditTrail.Query;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Signing in to the dashboard by a real OpenID Connect service on this machine.
@Timeout(120)
class SignInTest {
    private static final String US = "turnout-dashboard";
    private static final MockOAuth2Server SERVICE =
            new MockOAuth2Server(
                    new OAuth2Config(
                            false,
                            null,
                            null,
                            false,
                            new OAuth2TokenProvider(),
                            Set.of(),
                            new NettyWrapper()));

    private static OpenHouse house = unopened();
    private static OpenHouse strict = unopened();

    @SuppressWarnings("NullAway") // Opened before the first test.
    private static OpenHouse unopened() {
        return null;
    }

    @BeforeAll
    static void open() {
        SERVICE.start();
        URI issuer = SERVICE.issuerUrl("house").uri();
        house = house(issuer, "http://127.0.0.1:9", List.of());
        strict = house(issuer, "https://ops.example", List.of("phishing-resistant"));
    }

    private static OpenHouse house(URI issuer, String url, List<String> acrs) {
        OpenId openId = new OpenId(issuer, US, Optional.of("secret"), "roles", acrs);
        return new OpenHouse(
                () -> Fair.NOON,
                new HttpDoorSettings(
                        Duration.ofSeconds(5),
                        100,
                        100,
                        Optional.empty(),
                        new DeskSettings(URI.create(url), Optional.of(openId)),
                        LaneSettings.USUAL));
    }

    @AfterAll
    static void close() {
        house.close();
        strict.close();
        SERVICE.shutdown();
    }

    /// What the service will say of whoever signs in next.
    private static void next(Map<String, Object> claims) {
        next(claims, List.of(US), 600);
    }

    private static void next(Map<String, Object> claims, List<String> audience, long seconds) {
        assertThat(
                        SERVICE.enqueueCallback(
                                new DefaultOAuth2TokenCallback(
                                        "house",
                                        "ada@example.com",
                                        "JWT",
                                        audience,
                                        claims,
                                        seconds)))
                .isTrue();
    }

    private static HttpResponse<String> signIn(OpenHouse at, Browser browser) {
        return signIn(at, browser, UnaryOperator.identity());
    }

    /// From our page to the service and back; `twist` changes the address by which it comes back.
    private static HttpResponse<String> signIn(
            OpenHouse at, Browser browser, UnaryOperator<String> twist) {
        String there = location(browser.get(at, "/operator/sign-in/start?then=/operator/orgs"));
        assertThat(there)
                .contains("code_challenge_method=S256")
                .contains("code_challenge=")
                .contains("nonce=")
                .contains("state=");
        String back = location(at.send(HttpRequest.newBuilder(URI.create(there))));
        URI address = URI.create(back);
        return browser.get(at, twist.apply(address.getRawPath() + "?" + address.getRawQuery()));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static boolean isIn(OpenHouse at, Browser browser) {
        return browser.get(at, "/operator").statusCode() == 200;
    }

    @Test
    void whoever_the_service_gives_a_role_is_signed_in_and_goes_on_to_where_they_wanted() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer", "somebody-elses-role")));

        HttpResponse<String> welcome = signIn(house, browser);

        assertThat(welcome.statusCode()).isEqualTo(200);
        assertThat(welcome.body()).contains("content=\"0;url=/operator/orgs\"");
        assertThat(welcome.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("turnout-operator=")
                                        .contains("HttpOnly")
                                        .contains("SameSite=Strict")
                                        .contains("Path=/"));
        HttpResponse<String> page = browser.get(house, "/operator");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("viewer").doesNotContain("ada@example.com");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void behind_tls_cookies_are_for_this_host_and_for_tls_alone() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer"), "acr", "phishing-resistant"));

        HttpResponse<String> welcome = signIn(strict, browser);

        assertThat(welcome.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("__Host-turnout-operator=")
                                        .contains("Secure")
                                        .doesNotContain("Domain"));
        assertThat(isIn(strict, browser)).isTrue();
    }

    @Test
    void whoever_signed_in_less_strongly_than_is_asked_does_not_get_in() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer"), "acr", "password"));

        assertThat(signIn(strict, browser).statusCode()).isEqualTo(403);
        assertThat(isIn(strict, browser)).isFalse();
    }

    @Test
    void who_has_no_role_here_does_not_get_in() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("somebody-elses-role")));

        assertThat(signIn(house, browser).statusCode()).isEqualTo(403);
        assertThat(isIn(house, browser)).isFalse();
    }

    @Test
    void a_token_for_somebody_else_or_out_of_its_time_lets_nobody_in() {
        Map<String, Object> viewer = Map.of("roles", List.of("viewer"));
        next(viewer, List.of("another-client"), 600);
        assertThat(signIn(house, new Browser()).statusCode()).isEqualTo(403);
        next(viewer, List.of(US), -600);
        assertThat(signIn(house, new Browser()).statusCode()).isEqualTo(403);
    }

    @Test
    void a_state_that_was_not_begun_in_this_browser_lets_nobody_in() {
        Browser browser = new Browser();

        HttpResponse<String> answer =
                signIn(house, browser, path -> path.replaceAll("state=[^&]+", "state=another"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(isIn(house, browser)).isFalse();
        assertThat(new Browser().get(house, "/operator/sign-in/back?code=c&state=s").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_token_that_was_made_for_another_sign_in_lets_nobody_in() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer")));

        HttpResponse<String> answer =
                signIn(
                        house,
                        browser,
                        path -> {
                            browser.change("turnout-sign-in", 1, "another-nonce");
                            return path;
                        });

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_code_without_its_verifier_lets_nobody_in() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer")));

        HttpResponse<String> answer =
                signIn(
                        house,
                        browser,
                        path -> {
                            browser.change("turnout-sign-in", 2, "v".repeat(43));
                            return path;
                        });

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(signIn(house, new Browser()).statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_is_sent_elsewhere_after_signing_in() {
        for (String place :
                List.of("//evil.example", "https://evil.example", "/operator/../o", "/watch")) {
            Browser browser = new Browser();
            String start = "/operator/sign-in/start?then=" + place;
            next(Map.of("roles", List.of("viewer")));
            String there = location(browser.get(house, start));
            URI back = URI.create(location(house.send(HttpRequest.newBuilder(URI.create(there)))));

            HttpResponse<String> welcome =
                    browser.get(house, back.getRawPath() + "?" + back.getRawQuery());

            assertThat(welcome.body()).contains("content=\"0;url=/operator\"");
        }
    }

    @Test
    void a_service_that_is_away_is_said_to_be_and_who_is_in_stays_in() {
        try (OpenHouse alone =
                house(URI.create("http://127.0.0.1:9/house"), "http://127.0.0.1:9", List.of())) {
            Desks.Session session = Desks.signedIn(alone, Role.VIEWER);

            HttpResponse<String> answer = alone.send(alone.request("/operator/sign-in/start"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("does not answer");
            var page = alone.send(alone.request("/operator").header("Cookie", session.cookie()));
            assertThat(page.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void who_signs_out_is_out_wherever_the_secret_was_copied_to() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer")));
        var _ = signIn(house, browser);
        String copied = browser.cookies();
        var _ = browser.get(house, "/operator");

        HttpResponse<String> out = browser.press(house, "/operator/sign-out", "");

        assertThat(location(out)).isEqualTo("/operator/sign-in?out");
        var page = house.send(house.request("/operator").header("Cookie", copied));
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(location(page)).startsWith("/operator/sign-in");
    }

    @Test
    void each_sign_in_is_a_new_session_whatever_the_browser_held() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer")));
        var _ = signIn(house, browser);
        String first = browser.cookies();
        next(Map.of("roles", List.of("viewer")));
        var _ = signIn(house, browser);

        assertThat(browser.cookies()).isNotEqualTo(first);
    }

    @Test
    void the_trail_knows_who_signed_in_by_a_pseudonym() {
        next(Map.of("roles", List.of("auditor")));

        var _ = signIn(house, new Browser());

        assertThat(house.memory.audit().read(Query.after(0, 1_000)))
                .anySatisfy(
                        record -> {
                            assertThat(record.entry().action()).isEqualTo("sign in");
                            assertThat(record.entry().actor()).startsWith("sha256:");
                            assertThat(record.entry().subject()).endsWith("roles=auditor");
                        });
    }
}
