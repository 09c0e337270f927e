package io.turnout.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/// HTTP as a visitor's browser speaks it: connections are kept, and who is not answered gives up.
final class Wire implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    record Reply(int status, String body, Map<String, String> headers) {
        /// Missing where the body is no JSON.
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException other) {
                return MissingNode.getInstance();
            }
        }
    }

    Reply get(URI address) {
        return send(HttpRequest.newBuilder(address).GET(), Map.of());
    }

    Reply post(URI address, String json, Map<String, String> headers) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                headers);
    }

    Reply form(URI address, String fields) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields)),
                Map.of());
    }

    Reply patch(URI address, String json, Map<String, String> headers) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(json)),
                headers);
    }

    Reply delete(URI address) {
        return send(HttpRequest.newBuilder(address).DELETE(), Map.of());
    }

    private Reply send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer =
                    client.send(
                            request.timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            Map<String, String> told = new java.util.HashMap<>();
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) ->
                                    told.put(
                                            name.toLowerCase(java.util.Locale.ROOT),
                                            values.getFirst()));
            return new Reply(answer.statusCode(), answer.body(), told);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
