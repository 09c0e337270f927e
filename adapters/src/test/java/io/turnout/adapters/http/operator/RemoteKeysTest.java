package io.turnout.adapters.http.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Keys at an address: replaced, withheld, and asked for by strangers.
class RemoteKeysTest {
    private static final RemoteKeys.Terms QUICK =
            new RemoteKeys.Terms(
                    Duration.ofMillis(500), Duration.ofMillis(50), Duration.ofMinutes(5));

    private final ECKey first = key("first");
    private final ECKey second = key("second");
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "";

    @BeforeEach
    void open() throws IOException {
        body = new JWKSet(first.toPublicJWK()).toString();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    int _ = asked.incrementAndGet();
                    byte[] answer = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWKSource<SecurityContext> keys(RemoteKeys.Terms terms) {
        int port = server.getAddress().getPort();
        return RemoteKeys.at(URI.create("http://127.0.0.1:" + port + "/keys"), terms);
    }

    private static boolean knows(JWKSource<SecurityContext> keys, String id) {
        try {
            JWKSelector selector = new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
            return !keys.get(selector, null).isEmpty();
        } catch (JOSEException away) {
            return false;
        }
    }

    private static void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void a_key_that_is_new_at_the_service_is_known_with_the_first_token_under_it() {
        JWKSource<SecurityContext> keys = keys(RemoteKeys.Terms.USUAL);
        assertThat(knows(keys, "first")).isTrue();

        body = new JWKSet(List.of(first.toPublicJWK(), second.toPublicJWK())).toString();

        assertThat(knows(keys, "second")).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_key_that_the_service_names_no_more_is_soon_forgotten() {
        JWKSource<SecurityContext> keys = keys(QUICK);
        assertThat(knows(keys, "first")).isTrue();

        body = new JWKSet(second.toPublicJWK()).toString();

        eventually(() -> !knows(keys, "first"));
        assertThat(knows(keys, "second")).isTrue();
    }

    @Test
    void tokens_under_keys_that_nobody_has_do_not_have_the_service_asked_each_time() {
        JWKSource<SecurityContext> keys = keys(RemoteKeys.Terms.USUAL);

        for (int i = 0; i < 100; i++) {
            assertThat(knows(keys, "stranger-" + i)).isFalse();
            assertThat(knows(keys, "first")).isTrue();
        }

        assertThat(asked).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void while_the_service_is_away_or_talks_nonsense_the_last_keys_hold() {
        JWKSource<SecurityContext> keys = keys(QUICK);
        assertThat(knows(keys, "first")).isTrue();

        status = 503;
        waitUntilAskedAgain(keys);
        status = 200;
        body = "<html>proxy</html>";
        waitUntilAskedAgain(keys);
        server.stop(0);

        assertThat(knows(keys, "first")).isTrue();
    }

    private void waitUntilAskedAgain(JWKSource<SecurityContext> keys) {
        int before = asked.get();
        eventually(
                () -> {
                    assertThat(knows(keys, "first")).isTrue();
                    return asked.get() > before + 2;
                });
    }

    @Test
    void an_answer_without_end_is_not_read() {
        body = "{\"keys\":[],\"x\":\"" + "x".repeat(300_000) + "\"}";

        assertThat(knows(keys(RemoteKeys.Terms.USUAL), "first")).isFalse();
    }

    @Test
    void tokens_of_a_real_service_are_taken_by_the_keys_at_its_address() {
        MockOAuth2Server service =
                new MockOAuth2Server(
                        new OAuth2Config(
                                false,
                                null,
                                null,
                                false,
                                new OAuth2TokenProvider(),
                                Set.of(),
                                new NettyWrapper()));
        service.start();
        try {
            String token =
                    service.issueToken(
                                    "house", "ada", "turnout", Map.of("roles", List.of("viewer")))
                            .serialize();
            JwtOperators operators =
                    new JwtOperators(
                            new SignIn(
                                    new SignInKeys.At(service.jwksUrl("house").uri()),
                                    service.issuerUrl("house").toString(),
                                    "turnout"),
                            InstantSource.system());

            assertThat(operators.authenticate(token))
                    .hasValueSatisfying(who -> assertThat(who.is("viewer")).isTrue());
            String another =
                    service.issueToken(
                                    "other", "ada", "turnout", Map.of("roles", List.of("viewer")))
                            .serialize();
            assertThat(operators.authenticate(another)).isEmpty();
        } finally {
            service.shutdown();
        }
    }
}
