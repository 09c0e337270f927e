package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.DeliveryRules;
import io.turnout.application.UseCases;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.erasure.RunErasures;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.org.OrgId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureResourceTest {
    private static final AtomicLong PASSED = new AtomicLong();
    private static final OpenHouse HOUSE =
            new OpenHouse(ErasureResourceTest::now, HttpDoorSettings.standard());
    private static final RunErasures RUN =
            UseCases.over(HOUSE.memory.ports(), DeliveryRules.USUAL).erasure().run();
    private static final byte[] SECRET = "the secret of 32 bytes ........".getBytes(UTF_8);
    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(20));
    private final String id = "erase-" + MESSAGES.incrementAndGet();
    private final String ada = "{\"email\":\"Ada@example.com\"}";

    private static Instant now() {
        return Fair.NOON.plusSeconds(PASSED.get());
    }

    @BeforeEach
    void secrets() {
        HOUSE.secrets.keep(fair.org(), List.of(SECRET));
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private HttpResponse<String> ask(OrgId org, byte[] secret, long seconds, String body) {
        return HOUSE.send(
                HOUSE.request("/v1/orgs/" + org + "/erasures")
                        .header("Content-Type", "application/json")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(seconds))
                        .header("webhook-signature", signature(secret, seconds, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> ask(String body) {
        return ask(fair.org(), SECRET, now().getEpochSecond(), body);
    }

    private String signature(byte[] secret, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] hmac = mac.doFinal((id + "." + seconds + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(hmac);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> look(String path, String token) {
        return HOUSE.send(HOUSE.request(path).header("Authorization", "Bearer " + token));
    }

    private static void runAll() {
        while (RUN.run()) {
            // There may be more.
        }
    }

    @Test
    void an_org_has_somebody_forgotten_and_gets_a_receipt() {
        assertThat(HOUSE.post(fair.registrations(), "k1", Fair.one("Ada")).statusCode())
                .isEqualTo(201);

        HttpResponse<String> asked = ask(ada);

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(json(asked).at("/state").asText()).isEqualTo("asked");
        String path = asked.headers().firstValue("Location").orElseThrow();
        String token = json(asked).at("/token").asText();
        assertThat(path)
                .isEqualTo(
                        "/v1/orgs/" + fair.org() + "/erasures/" + json(asked).at("/id").asText());
        runAll();
        assertThat(json(look(path, token)).at("/state").asText()).isEqualTo("settling");
        assertThat(json(look(path, token)).at("/receipt/hash").isMissingNode()).isTrue();
        var _ = PASSED.addAndGet(16);
        runAll();
        JsonNode done = json(look(path, token));
        assertThat(done.at("/state").asText()).isEqualTo("done");
        assertThat(done.at("/erased/attendees").asInt()).isEqualTo(1);
        assertThat(done.at("/receipt/number").asInt()).isEqualTo(1);
        assertThat(done.at("/receipt/hash").asText()).hasSize(64);
        assertThat(done.at("/receipt/seal").asText()).hasSize(64);
        assertThat(done.toString()).doesNotContainIgnoringCase("ada");
        refused(HOUSE.post(fair.registrations(), "k1", Fair.one("Ada")), 410, "erased");
        assertThat(HOUSE.post(fair.registrations(), "k2", Fair.one("Ada")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_same_message_again_is_the_same_erasure() {
        String first = json(ask(ada)).at("/id").asText();

        assertThat(json(ask(ada)).at("/id").asText()).isEqualTo(first);
        assertThat(json(ask("{\"email\":\"ben@example.com\"}")).at("/id").asText())
                .isNotEqualTo(first);
    }

    @Test
    void who_does_not_sign_as_the_org_is_refused() {
        long now = now().getEpochSecond();
        byte[] wrong = "another secret of 32 bytes ....".getBytes(UTF_8);
        OrgId unknown = new OrgId("00D000000000999");

        refused(ask(fair.org(), wrong, now, ada), 401, "signature-invalid");
        refused(ask(unknown, SECRET, now, ada), 401, "signature-invalid");
        refused(ask(fair.org(), SECRET, now - 301, ada), 401, "clock-skew");
        refused(ask(fair.org(), wrong, now, "no json"), 401, "signature-invalid");
    }

    @Test
    void what_is_no_address_is_refused() {
        refused(ask("{}"), 422, "invalid");
        refused(ask("{\"email\":null}"), 422, "invalid");
        refused(ask("{\"email\":\"nobody\"}"), 422, "invalid");
        refused(ask("{\"email\":\"" + "a".repeat(80) + "@example.com\"}"), 422, "invalid");
        refused(ask("{\"email\":\"a\\u0000@example.com\"}"), 422, "invalid");
        refused(ask("{\"email\":\"a@example.com\",\"name\":\"A\"}"), 422, "invalid");
        refused(ask("[]"), 400, "malformed");
        refused(ask("{\"email\":"), 400, "malformed");
    }

    @Test
    void a_receipt_is_shown_to_whoever_has_its_token() {
        HttpResponse<String> asked = ask(ada);
        String path = asked.headers().firstValue("Location").orElseThrow();
        String token = json(asked).at("/token").asText();

        assertThat(look(path, token).statusCode()).isEqualTo(200);
        refused(HOUSE.get(path), 401, "unauthenticated");
        refused(look(path, token.substring(1) + "A"), 403, "forbidden");
        String other = path.replaceFirst("erasures/.*", "erasures/" + new java.util.UUID(7, 7));
        refused(look(other, token), 403, "forbidden");
        refused(look(path.replaceFirst("erasures/.*", "erasures/x"), token), 404, "not-found");
    }

    @Test
    void asking_and_forgetting_are_in_the_trail_and_name_nobody() {
        String erasure = json(ask(ada)).at("/id").asText();
        runAll();
        var _ = PASSED.addAndGet(16);
        runAll();

        assertThat(HOUSE.memory.audit().read(AuditTrail.Query.after(0, 1_000)))
                .filteredOn(record -> record.entry().subject().contains(erasure))
                .extracting(record -> record.entry().actor() + ": " + record.entry().action())
                .containsExactly("salesforce: ask to be forgotten", "turnout: forgot somebody");
    }
}
