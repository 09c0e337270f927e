package io.turnout.config.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The org's Salesforce, which asks a house that somebody be forgotten, and looks again when it is
/// told to.
final class Asker {
    static final byte[] SECRET = "a secret of thirty-two bytes ...".getBytes(UTF_8);
    private static final long PAUSE_MILLIS = 500;
    private static final long SECOND_MILLIS = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String email;
    private String path = "";
    private String token = "";
    private volatile long pause;

    Asker(String email) {
        this.email = email;
    }

    static HttpResponse<String> send(HttpRequest.Builder request, URI to)
            throws IOException, InterruptedException {
        return Street.WIRE.send(
                request.uri(to).timeout(Duration.ofSeconds(15)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    String email() {
        return email;
    }

    /// Asks until there is room: an org may have so many requests in work at once.
    void ask(URI house) throws Exception {
        while (!isAsked(house)) {
            Thread.sleep(pause);
        }
    }

    private boolean isAsked(URI house) throws Exception {
        String id = "msg-" + UUID.randomUUID();
        long seconds = System.currentTimeMillis() / 1000;
        String body = "{\"email\":\"" + email + "\"}";
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/json")
                                .header("webhook-id", id)
                                .header("webhook-timestamp", Long.toString(seconds))
                                .header("webhook-signature", signature(id, seconds, body))
                                .POST(HttpRequest.BodyPublishers.ofString(body)),
                        house.resolve("/v1/orgs/" + Street.ORG + "/erasures"));
        pause = pause(answer);
        if (answer.statusCode() == 429) {
            return false;
        }
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        path = answer.headers().firstValue("Location").orElseThrow();
        token = JSON.readTree(answer.body()).path("token").asText();
        return true;
    }

    private static String signature(String id, long seconds, String body)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        byte[] hmac = mac.doFinal((id + "." + seconds + "." + body).getBytes(UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(hmac);
    }

    String shown(URI house) throws Exception {
        HttpRequest.Builder look =
                HttpRequest.newBuilder().header("Authorization", "Bearer " + token);
        HttpResponse<String> answer = send(look, house.resolve(path));
        pause = pause(answer);
        return answer.body();
    }

    private static long pause(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Retry-After").orElse(0) * SECOND_MILLIS
                + ThreadLocalRandom.current().nextLong(PAUSE_MILLIS);
    }

    JsonNode look(URI house) throws Exception {
        JsonNode seen = JSON.readTree(shown(house));
        while (!seen.has("state")) {
            Thread.sleep(pause);
            seen = JSON.readTree(shown(house));
        }
        return seen;
    }

    /// Until there is a receipt: how many milliseconds it took.
    long await(URI house) throws Exception {
        long start = System.nanoTime();
        Thread.sleep(pause);
        while (!look(house).path("state").asText().equals("done")) {
            Thread.sleep(pause);
        }
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
