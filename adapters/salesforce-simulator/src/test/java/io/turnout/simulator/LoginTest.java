package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final String TOKEN = "/services/oauth2/token";
    private static final String JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Instant NOW = Instant.parse("2026-11-22T03:08:00Z");
    private static final KeyPair OURS = keys();
    private static final KeyPair FOREIGN = keys();

    private final Desk desk =
            new Desk(
                    Desk.settings()
                            .withPublicKey((RSAPublicKey) OURS.getPublic())
                            .withClock(() -> NOW));
    private final Client door = new Client(desk.simulator().api(Desk.ORG_A), "");

    @AfterEach
    void close() {
        desk.close();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json, boolean padded) {
        Base64.Encoder encoder = Base64.getUrlEncoder();
        return (padded ? encoder : encoder.withoutPadding())
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String assertion(String claims, KeyPair keys, boolean padded) {
        String signed = part("{\"alg\":\"RS256\"}", padded) + "." + part(claims, padded);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String claims(String audience, String user, String expires) {
        return "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"exp\":%s}"
                .formatted(SimulatorSettings.CONSUMER_KEY, audience, user, expires);
    }

    private static String good() {
        return claims(
                "https://login.salesforce.com",
                SimulatorSettings.USERNAME,
                Long.toString(NOW.getEpochSecond() + 180));
    }

    private Client.Answer bearer(String assertion) {
        return door.form(TOKEN, Map.of("grant_type", JWT, "assertion", assertion));
    }

    private static String why(Client.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        JsonNode body = answer.json();
        return body.path("error").asText() + ": " + body.path("error_description").asText();
    }

    @Test
    void an_assertion_signed_by_the_app_is_a_token_for_this_org_at_this_address() {
        JsonNode answer = bearer(assertion(good(), OURS, false)).json();

        assertThat(answer.path("access_token").asText()).startsWith("00DTURNOUT00001!");
        assertThat(answer.path("instance_url").asText())
                .isEqualTo(desk.simulator().api(Desk.ORG_A).toString());
        assertThat(answer.path("id").asText()).contains("/id/00DTURNOUT0000125A/005");
        assertThat(answer.has("expires_in")).isFalse();
        assertThat(answer.has("refresh_token")).isFalse();
    }

    @Test
    void padding_and_an_expiry_in_quotes_are_taken() {
        String quoted =
                claims(
                        "https://test.salesforce.com",
                        SimulatorSettings.USERNAME,
                        "\"" + (NOW.getEpochSecond() + 180) + "\"");

        Client.Answer answer = bearer(assertion(quoted, OURS, true));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void another_key_or_a_changed_word_is_no_signature() {
        String sound = assertion(good(), OURS, false);
        String other = good().replace(SimulatorSettings.USERNAME, "boss@turnout.example");
        String changed = sound.replaceFirst("\\.[^.]+\\.", "." + part(other, false) + ".");

        assertThat(why(bearer(assertion(good(), FOREIGN, false))))
                .isEqualTo("invalid_grant: invalid assertion");
        assertThat(why(bearer(changed))).isEqualTo("invalid_grant: invalid assertion");
        assertThat(why(bearer("no.jwt"))).isEqualTo("invalid_grant: invalid assertion");
    }

    @Test
    void audience_user_app_and_time_are_checked() {
        String user = SimulatorSettings.USERNAME;
        String login = "https://login.salesforce.com";
        long now = NOW.getEpochSecond();
        String soon = Long.toString(now + 180);
        String late = claims(login, user, Long.toString(now - 181));
        String far = claims(login, user, Long.toString(now + 481));

        assertThat(why(bearer(assertion(claims("https://x.example", user, soon), OURS, false))))
                .isEqualTo("invalid_grant: audience is invalid");
        assertThat(why(bearer(assertion(claims(login, "who@x.example", soon), OURS, false))))
                .isEqualTo("invalid_grant: user hasn't approved this consumer");
        assertThat(why(bearer(assertion(good().replace("turnout-sim", "no"), OURS, false))))
                .isEqualTo("invalid_client_id: client identifier invalid");
        assertThat(why(bearer(assertion(late, OURS, false))))
                .isEqualTo("invalid_grant: expired authorization code");
        assertThat(why(bearer(assertion(far, OURS, false))))
                .isEqualTo("invalid_grant: invalid assertion");
    }

    @Test
    void a_secret_may_come_in_the_form_or_in_the_header() {
        String pair = SimulatorSettings.CONSUMER_KEY + ":" + SimulatorSettings.CONSUMER_SECRET;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

        Client.Answer answer =
                door.send(
                        door.request(TOKEN + "?grant_type=client_credentials")
                                .header("Authorization", "Basic " + basic)
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.json().path("issued_at").isTextual()).isTrue();
        assertThat(
                        why(
                                door.form(
                                        TOKEN,
                                        Map.of(
                                                "grant_type",
                                                "client_credentials",
                                                "client_id",
                                                SimulatorSettings.CONSUMER_KEY,
                                                "client_secret",
                                                "wrong"))))
                .isEqualTo("invalid_client: invalid client credentials");
    }

    @Test
    void password_and_refresh_work_and_an_unknown_grant_does_not() {
        Map<String, String> login =
                Map.of(
                        "grant_type", "password",
                        "client_id", SimulatorSettings.CONSUMER_KEY,
                        "client_secret", SimulatorSettings.CONSUMER_SECRET,
                        "username", SimulatorSettings.USERNAME,
                        "password", SimulatorSettings.PASSWORD + "securitytoken");

        JsonNode first = door.form(TOKEN, login).json();
        Client.Answer second =
                door.form(
                        TOKEN,
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                SimulatorSettings.CONSUMER_KEY,
                                "refresh_token",
                                first.path("refresh_token").asText()));

        assertThat(second.status()).isEqualTo(200);
        assertThat(why(door.form(TOKEN, Map.of("grant_type", "magic"))))
                .startsWith("unsupported_grant_type");
    }

    @Test
    void a_token_opens_one_org_and_its_end_is_not_the_end_of_another() {
        Client second = Client.loggedIn(desk.simulator().api(Desk.ORG_A));
        Client stranger = new Client(desk.simulator().api(Desk.ORG_B), desk.client().token());
        String event = Client.DATA + "/sobjects/Event__c/" + Desk.EVENT;

        Client.Answer revoked =
                door.get("/services/oauth2/revoke?token=" + Client.encode(second.token()));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(second.get(event).status()).isEqualTo(401);
        assertThat(second.get(event).json().get(0).path("errorCode").asText())
                .isEqualTo("INVALID_SESSION_ID");
        assertThat(desk.client().get(event).status()).isEqualTo(200);
        assertThat(stranger.get(event).status()).isEqualTo(401);
        assertThat(why(door.form("/services/oauth2/revoke", Map.of("token", second.token()))))
                .startsWith("unsupported_token_type");
    }

    @Test
    void identity_tells_who_one_is_and_a_bad_token_is_a_403_in_plain_text() {
        JsonNode token = bearer(assertion(good(), OURS, false)).json();
        String id = java.net.URI.create(token.path("id").asText()).getPath();

        JsonNode identity = desk.client().get(id).json();
        Client.Answer bad = door.get("/services/oauth2/userinfo");

        assertThat(identity.path("organization_id").asText()).isEqualTo(Desk.ORG_A);
        assertThat(identity.path("username").asText()).isEqualTo(SimulatorSettings.USERNAME);
        assertThat(bad.status()).isEqualTo(403);
        assertThat(bad.text()).isEqualTo("Bad_OAuth_Token");
        assertThat(bad.header("Content-Type")).startsWith("text/plain");
    }
}
