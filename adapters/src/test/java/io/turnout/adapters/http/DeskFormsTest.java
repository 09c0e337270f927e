package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.application.contract.Ids;
import io.turnout.application.hosting.VanityHosts;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whose forms the dashboard takes, and how long somebody stays signed in.
class DeskFormsTest {
    private static final HostName HOST = new HostName("tickets.acme.example");
    private static final String CLOSE = "/operator/hosts/" + HOST + "/close";

    private final AtomicReference<Instant> now = new AtomicReference<>(Fair.NOON);
    private final OpenHouse house =
            new OpenHouse(
                    now::get,
                    new HttpDoorSettings(
                            Duration.ofSeconds(5),
                            100,
                            100,
                            Optional.empty(),
                            new DeskSettings(URI.create("http://127.0.0.1"), Optional.empty()),
                            LaneSettings.USUAL));
    private final Desks.Session session = Desks.signedIn(house, Role.OPERATOR);

    @BeforeEach
    void aHost() {
        VanityHosts.Keeping kept =
                house.memory
                        .hosts()
                        .keep(new VanityHost(HOST, Ids.org(), Optional.empty(), HostState.OPEN));
        assertThat(kept).isEqualTo(VanityHosts.Keeping.FIRST);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpRequest.Builder form(String body) {
        return house.request(CLOSE)
                .header("Cookie", session.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private boolean isOpen() {
        return house.memory.hosts().list(Optional.empty(), 10).stream()
                .allMatch(host -> host.state() == HostState.OPEN);
    }

    private void isRefused(HttpRequest.Builder request) {
        HttpResponse<String> answer = house.send(request);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("came from another site");
        assertThat(isOpen()).isTrue();
    }

    @Test
    void a_form_of_ours_is_taken() {
        HttpResponse<String> answer =
                house.send(form("csrf=" + session.token()).header("Sec-Fetch-Site", "same-origin"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(isOpen()).isFalse();
    }

    @Test
    void a_form_without_the_token_of_the_session_is_not() {
        isRefused(form(""));
        isRefused(form("csrf="));
        isRefused(form("csrf=" + Desks.signedIn(house, Role.OPERATOR).token()));
    }

    @Test
    void a_form_from_another_site_is_not_even_with_the_token() {
        String body = "csrf=" + session.token();

        isRefused(form(body).header("Sec-Fetch-Site", "cross-site"));
        isRefused(form(body).header("Sec-Fetch-Site", "same-site"));
        isRefused(form(body).header("Origin", "https://evil.example"));
    }

    @Test
    void what_is_no_form_is_not() {
        isRefused(
                house.request(CLOSE)
                        .header("Cookie", session.cookie())
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("csrf=" + session.token())));
    }

    @Test
    void the_api_takes_no_cookie_and_the_pages_take_no_token_of_the_api() {
        assertThat(
                        house.send(
                                        house.request("/v1/operator/hosts")
                                                .header("Cookie", session.cookie()))
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        house.send(
                                        house.request("/operator/hosts")
                                                .header("Authorization", "Bearer x.y.z"))
                                .statusCode())
                .isEqualTo(303);
    }

    private int looks(boolean live) {
        HttpRequest.Builder request = house.request("/operator").header("Cookie", session.cookie());
        return house.send(live ? request.header("Turnout-Live", "1") : request).statusCode();
    }

    @Test
    void a_page_that_renews_itself_keeps_nobody_signed_in() {
        for (int minutes = 0; minutes < 30; minutes += 10) {
            assertThat(looks(true)).isEqualTo(200);
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(10)));
        }

        assertThat(looks(true)).isEqualTo(401);
        assertThat(looks(false)).isEqualTo(303);
    }

    @Test
    void whoever_works_stays_signed_in_for_a_shift_and_no_longer() {
        for (int minutes = 0; minutes < 12 * 60; minutes += 20) {
            assertThat(looks(false)).isEqualTo(200);
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(20)));
        }

        assertThat(looks(false)).isEqualTo(303);
    }

    @Test
    void a_secret_of_any_other_shape_is_nobodys() {
        for (String secret : new String[] {"", "x", "%00", "a".repeat(43), "a".repeat(5_000)}) {
            assertThat(
                            house.send(
                                            house.request("/operator")
                                                    .header("Cookie", Desks.COOKIE + "=" + secret))
                                    .statusCode())
                    .isEqualTo(303);
        }
    }
}
