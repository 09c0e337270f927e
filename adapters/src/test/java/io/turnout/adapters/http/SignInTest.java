package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.operator.Role;
import io.turnout.application.audit.AuditTrail.Query;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Signing in to the dashboard by a real OpenID Connect service on this machine.
@Timeout(120)
class SignInTest {
    private final SignInHouse service = new SignInHouse();
    private final OpenHouse house = service.house("http://127.0.0.1:9", List.of());

    @AfterEach
    void close() {
        service.close();
    }

    private OpenHouse strict() {
        return service.house("https://ops.example", List.of("phishing-resistant"));
    }

    private void next(Map<String, Object> claims) {
        service.next(claims, 600);
    }

    private static boolean isIn(OpenHouse at, Browser browser) {
        return browser.get(at, "/operator").statusCode() == 200;
    }

    @Test
    void whoever_the_service_gives_a_role_is_signed_in_and_goes_on_to_where_they_wanted() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer", "somebody-elses-role")));

        HttpResponse<String> welcome = SignInHouse.signIn(house, browser);

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
        OpenHouse strict = strict();
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer"), "acr", "phishing-resistant"));

        HttpResponse<String> welcome = SignInHouse.signIn(strict, browser);

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
        OpenHouse strict = strict();
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer"), "acr", "password"));

        assertThat(SignInHouse.signIn(strict, browser).statusCode()).isEqualTo(403);
        assertThat(isIn(strict, browser)).isFalse();
    }

    @Test
    void who_has_no_role_here_does_not_get_in() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("somebody-elses-role")));

        assertThat(SignInHouse.signIn(house, browser).statusCode()).isEqualTo(403);
        assertThat(isIn(house, browser)).isFalse();
    }

    @Test
    void a_token_for_somebody_else_or_out_of_its_time_lets_nobody_in() {
        Map<String, Object> viewer = Map.of("roles", List.of("viewer"));
        next(Map.of("roles", List.of("viewer"), "aud", List.of("another-client")));
        assertThat(SignInHouse.signIn(house, new Browser()).statusCode()).isEqualTo(403);
        service.next(viewer, -600);
        assertThat(SignInHouse.signIn(house, new Browser()).statusCode()).isEqualTo(403);
    }

    @Test
    void a_state_that_was_not_begun_in_this_browser_lets_nobody_in() {
        Browser browser = new Browser();

        HttpResponse<String> answer =
                SignInHouse.signIn(
                        house, browser, path -> path.replaceAll("state=[^&]+", "state=another"));

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
                SignInHouse.signIn(
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
                SignInHouse.signIn(
                        house,
                        browser,
                        path -> {
                            browser.change("turnout-sign-in", 2, "v".repeat(43));
                            return path;
                        });

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void nobody_is_sent_elsewhere_after_signing_in() {
        for (String place :
                List.of("//evil.example", "https://evil.example", "/operator/../o", "/watch")) {
            Browser browser = new Browser();
            String start = "/operator/sign-in/start?then=" + place;
            next(Map.of("roles", List.of("viewer")));
            String there = SignInHouse.location(browser.get(house, start));
            URI back =
                    URI.create(
                            SignInHouse.location(
                                    house.send(HttpRequest.newBuilder(URI.create(there)))));

            HttpResponse<String> welcome =
                    browser.get(house, back.getRawPath() + "?" + back.getRawQuery());

            assertThat(welcome.body()).contains("content=\"0;url=/operator\"");
        }
    }

    @Test
    void a_service_that_is_away_is_said_to_be_and_who_is_in_stays_in() {
        OpenHouse alone = service.house("http://127.0.0.1:9/", URI.create("http://127.0.0.1:9/"));
        Desks.Session session = Desks.signedIn(alone, Role.VIEWER);

        HttpResponse<String> answer = alone.send(alone.request("/operator/sign-in/start"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("does not answer");
        var page = alone.send(alone.request("/operator").header("Cookie", session.cookie()));
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void who_signs_out_is_out_wherever_the_secret_was_copied_to() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer")));
        var _ = SignInHouse.signIn(house, browser);
        String copied = browser.cookies();
        var _ = browser.get(house, "/operator");

        HttpResponse<String> out = browser.press(house, "/operator/sign-out", "");

        assertThat(SignInHouse.location(out)).isEqualTo("/operator/sign-in?out");
        var page = house.send(house.request("/operator").header("Cookie", copied));
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(SignInHouse.location(page)).startsWith("/operator/sign-in");
    }

    @Test
    void who_signs_out_goes_on_to_sign_out_at_the_service_and_comes_back_to_a_page_that_says_so() {
        String page = house.get("/operator/sign-in?out").body();

        assertThat(page)
                .contains("content=\"0;url=http://")
                .contains("/house/endsession?")
                .contains("client_id=" + SignInHouse.US)
                .contains(
                        "post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A9"
                                + "%2Foperator%2Fsign-in%2Fout");
        assertThat(house.get("/operator/sign-in/out").body())
                .contains("neither here nor at the sign-in service")
                .doesNotContain("refresh");
    }

    @Test
    void a_service_without_a_place_to_sign_out_is_left_alone() {
        OpenHouse alone = service.house("http://127.0.0.1:9/", URI.create("http://127.0.0.1:9/"));

        assertThat(alone.get("/operator/sign-in?out").body())
                .contains("you may still be")
                .doesNotContain("refresh");
    }

    @Test
    void each_sign_in_is_a_new_session_whatever_the_browser_held() {
        Browser browser = new Browser();
        next(Map.of("roles", List.of("viewer")));
        var _ = SignInHouse.signIn(house, browser);
        String first = browser.cookies();
        next(Map.of("roles", List.of("viewer")));
        var _ = SignInHouse.signIn(house, browser);

        assertThat(browser.cookies()).isNotEqualTo(first);
    }

    @Test
    void the_trail_knows_who_signed_in_by_a_pseudonym() {
        next(Map.of("roles", List.of("auditor")));

        var _ = SignInHouse.signIn(house, new Browser());

        assertThat(house.memory.audit().read(Query.after(0, 1_000)))
                .anySatisfy(
                        record -> {
                            assertThat(record.entry().action()).isEqualTo("sign in");
                            assertThat(record.entry().actor()).startsWith("sha256:");
                            assertThat(record.entry().subject()).endsWith("roles=auditor");
                        });
    }
}
