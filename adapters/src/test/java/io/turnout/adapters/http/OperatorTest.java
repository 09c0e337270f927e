package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.SignIn;
import io.turnout.adapters.http.operator.SignInKeys;
import io.turnout.domain.capacity.Seats;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OperatorTest {
    private static final ECKey KEY = key("k1");
    private static final SignIn SIGN_IN =
            new SignIn(
                    new SignInKeys.Given(new JWKSet(KEY.toPublicJWK()).toString()),
                    "https://id.example",
                    "turnout");
    private static final OpenHouse HOUSE =
            new OpenHouse(
                    () -> Fair.NOON,
                    new HttpDoorSettings(
                            Duration.ofSeconds(5),
                            100,
                            100,
                            Optional.of(SIGN_IN),
                            LaneSettings.USUAL));

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Unlimited());

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void a_viewer_sees_how_the_delivery_stands() {
        HttpResponse<String> registered = HOUSE.post(fair.registrations(), "k", Fair.one("ada"));

        HttpResponse<String> answer = get("outbox", token(claims("viewer")));

        assertThat(registered.statusCode()).isEqualTo(201);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(answer).at("/lanes/0/event").asText()).isEqualTo(Fair.FAIR.value());
        assertThat(json(answer).at("/lanes/0/waiting").asInt()).isEqualTo(1);
        assertThat(json(get("set-aside", token(claims("viewer")))).path("setAside")).isEmpty();
    }

    @Test
    void an_operator_may_replay_and_a_viewer_may_not() {
        String all = "{\"org\":\"%s\"}".formatted(fair.org());

        HttpResponse<String> operator = replay(all, token(claims("operator")));

        assertThat(operator.statusCode()).isEqualTo(200);
        assertThat(json(operator).path("replayed").asInt()).isZero();
        refused(replay(all, token(claims("viewer"))), 403, "forbidden");
        refused(replay(all, token(claims("auditor"))), 403, "forbidden");
        refused(get("outbox", token(claims("auditor"))), 403, "forbidden");
        refused(replay("{}", token(claims("operator"))), 422, "invalid");
        refused(replay("{}", token(claims("viewer"))), 403, "forbidden");
    }

    @Test
    void an_org_is_named_and_is_one() {
        String token = token(claims("viewer"));
        String path = "/v1/operator/outbox";

        for (String query : List.of("", "?org=", "?org=x", "?org=" + Fair.FAIR)) {
            HttpResponse<String> answer =
                    HOUSE.send(HOUSE.request(path + query).header("Authorization", token));
            JsonNode problem = problem(answer, 422, "invalid");
            assertThat(problem.at("/violations/0/field").asText()).isEqualTo("org");
        }
    }

    @Test
    void a_token_that_is_not_wholly_right_lets_nobody_in() throws JOSEException {
        JWTClaimsSet good = claims("operator");
        List<String> wrong =
                List.of(
                        "Bearer",
                        "Bearer x",
                        "Basic eA==",
                        "Bearer " + new PlainJWT(good).serialize(),
                        "Bearer " + signed(good, key("k1")),
                        "Bearer " + signed(good, key("k2")),
                        "Bearer " + symmetric(good),
                        token(change(good).issuer("https://other.example").build()),
                        token(change(good).audience("other").build()),
                        token(change(good).expirationTime(at(-61)).build()),
                        token(change(good).expirationTime(null).build()),
                        token(change(good).notBeforeTime(at(120)).build()),
                        token(change(good).claim("roles", null).build()),
                        token(change(good).claim("roles", "operator").build()),
                        token(change(good).subject(" ").build()),
                        tampered(token(claims("viewer"))));

        for (String authorization : wrong) {
            refused(get("outbox", authorization), 401, "unauthenticated");
        }
        refused(HOUSE.get("/v1/operator/outbox?org=" + fair.org()), 401, "unauthenticated");
    }

    @Test
    void a_token_in_the_address_lets_nobody_in() {
        String token = token(claims("operator")).substring("Bearer ".length());
        String path = "/v1/operator/outbox?org=" + fair.org() + "&access_token=" + token;

        refused(HOUSE.get(path), 401, "unauthenticated");
    }

    @Test
    void a_token_holds_until_its_time_and_a_minute_of_clocks_apart() {
        JWTClaimsSet good = claims("viewer");

        assertThat(get("outbox", token(change(good).expirationTime(at(-59)).build())).statusCode())
                .isEqualTo(200);
        refused(
                get("outbox", token(change(good).expirationTime(at(-60)).build())),
                401,
                "unauthenticated");
    }

    @Test
    void without_a_sign_in_service_nobody_is_let_in() {
        try (OpenHouse closed = new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard())) {
            HttpRequest.Builder request =
                    closed.request("/v1/operator/outbox?org=" + fair.org())
                            .header("Authorization", token(claims("operator")));

            refused(closed.send(request), 401, "unauthenticated");
        }
    }

    private HttpResponse<String> get(String what, String authorization) {
        String path = "/v1/operator/" + what + "?org=" + fair.org();
        return HOUSE.send(HOUSE.request(path).header("Authorization", authorization));
    }

    private static HttpResponse<String> replay(String body, String authorization) {
        return HOUSE.send(
                HOUSE.request("/v1/operator/set-aside/replay")
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JWTClaimsSet claims(String role) {
        return new JWTClaimsSet.Builder()
                .subject("ops-1")
                .issuer("https://id.example")
                .audience("turnout")
                .expirationTime(at(300))
                .claim("roles", List.of(role, "a-role-of-others"))
                .build();
    }

    private static JWTClaimsSet.Builder change(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private static Date at(int seconds) {
        Instant then = Fair.NOON.plusSeconds(seconds);
        return Date.from(then);
    }

    private static String token(JWTClaimsSet claims) {
        return "Bearer " + signed(claims, KEY);
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Signed with what everybody knows: the public key, taken for a shared secret.
    private static String symmetric(JWTClaimsSet claims) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new MACSigner(KEY.toPublicJWK().toJSONString()));
        return token.serialize();
    }

    private static String tampered(String token) {
        String[] parts = token.split("\\.", -1);
        String more = signed(claims("operator"), KEY).split("\\.", -1)[1];
        return parts[0] + "." + more + "." + parts[2];
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
