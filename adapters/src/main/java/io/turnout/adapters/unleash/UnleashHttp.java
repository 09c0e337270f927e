package io.turnout.adapters.unleash;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Calls to an Unleash server. None takes longer than two seconds, and no answer is read further
/// than we need.
final class UnleashHttp implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int BODY_MAX = 8 * 1024 * 1024;

    private final URI server;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    UnleashHttp(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /// An answer, whatever it says.
    record Answer(int status, String body, String etag) {
        boolean isDone() {
            return status / 100 == 2;
        }
    }

    /// Empty when nobody answered in time.
    Optional<Answer> get(String path, String etag) {
        HttpRequest.Builder request = request(path).GET();
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        return send(request);
    }

    /// What stands at a path.
    ///
    /// @throws IllegalStateException when nobody answers, or not with JSON
    JsonNode read(String path) {
        return json(expect("GET " + path, get(path, "")));
    }

    /// Empty where nothing stands.
    Optional<JsonNode> find(String path) {
        Answer answer = get(path, "").orElseThrow(() -> away("GET " + path));
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(json(expect("GET " + path, Optional.of(answer))));
    }

    /// @throws IllegalStateException when it was not done
    Answer write(String method, String path, @Nullable JsonNode body) {
        return expect(method + " " + path, tryWrite(method, path, body));
    }

    /// What was made.
    JsonNode created(String path, JsonNode body) {
        return json(write("POST", path, body));
    }

    Optional<Answer> tryWrite(String method, String path, @Nullable JsonNode body) {
        HttpRequest.BodyPublisher publisher =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.toString());
        return send(
                request(path).header("Content-Type", "application/json").method(method, publisher));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", token)
                .header("Unleash-Client-Spec", "5.2.0");
    }

    private Optional<Answer> send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                String text = new String(body.readNBytes(BODY_MAX), StandardCharsets.UTF_8);
                String etag = response.headers().firstValue("ETag").orElse("");
                return Optional.of(new Answer(response.statusCode(), text, etag));
            }
        } catch (IOException unreachable) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Answer expect(String what, Optional<Answer> answer) {
        Answer here = answer.orElseThrow(() -> away(what));
        if (!here.isDone()) {
            throw new IllegalStateException(what + " was answered " + here.status());
        }
        return here;
    }

    private static IllegalStateException away(String what) {
        return new IllegalStateException(what + ": the server is away");
    }

    private static JsonNode json(Answer answer) {
        try {
            return Definitions.JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IllegalStateException("no JSON", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
