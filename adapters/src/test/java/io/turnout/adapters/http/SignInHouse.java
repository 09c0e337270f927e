package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.adapters.http.signin.OpenId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
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

/// A real OpenID Connect service on this machine, and houses whose operators sign in by it.
final class SignInHouse implements AutoCloseable {
    static final String US = "turnout-dashboard";

    private final MockOAuth2Server service =
            new MockOAuth2Server(
                    new OAuth2Config(
                            false,
                            null,
                            null,
                            false,
                            new OAuth2TokenProvider(),
                            Set.of(),
                            new NettyWrapper()));
    private final List<OpenHouse> houses = new ArrayList<>();

    SignInHouse() {
        service.start();
    }

    OpenHouse house(String url, List<String> acrs) {
        return house(url, service.issuerUrl("house").uri(), acrs);
    }

    /// One whose operators sign in by another service.
    OpenHouse house(String url, URI issuer) {
        return house(url, issuer, List.of());
    }

    private OpenHouse house(String url, URI issuer, List<String> acrs) {
        OpenId openId = new OpenId(issuer, US, Optional.of("secret"), "roles", acrs);
        OpenHouse house =
                new OpenHouse(
                        () -> Fair.NOON,
                        new HttpDoorSettings(
                                Duration.ofSeconds(5),
                                100,
                                100,
                                Optional.empty(),
                                new DeskSettings(URI.create(url), Optional.of(openId)),
                                LaneSettings.USUAL));
        houses.add(house);
        return house;
    }

    /// What the service will say of whoever signs in next, and for how long that holds.
    void next(Map<String, Object> claims, long seconds) {
        assertThat(
                        service.enqueueCallback(
                                new DefaultOAuth2TokenCallback(
                                        "house",
                                        "ada@example.com",
                                        "JWT",
                                        List.of(US),
                                        claims,
                                        seconds)))
                .isTrue();
    }

    static HttpResponse<String> signIn(OpenHouse at, Browser browser) {
        return signIn(at, browser, UnaryOperator.identity());
    }

    /// From our page to the service and back; `twist` changes the address by which it comes back.
    static HttpResponse<String> signIn(OpenHouse at, Browser browser, UnaryOperator<String> twist) {
        String there = location(browser.get(at, "/operator/sign-in/start?then=/operator/orgs"));
        assertThat(there)
                .contains("code_challenge_method=S256")
                .contains("code_challenge=")
                .contains("nonce=")
                .contains("state=");
        URI back = URI.create(location(at.send(HttpRequest.newBuilder(URI.create(there)))));
        return browser.get(at, twist.apply(back.getRawPath() + "?" + back.getRawQuery()));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Override
    public void close() {
        houses.forEach(OpenHouse::close);
        service.shutdown();
    }
}
