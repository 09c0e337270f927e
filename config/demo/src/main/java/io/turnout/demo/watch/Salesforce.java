package io.turnout.demo.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.domain.org.OrgId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The org's simulated Salesforce from the inside, as its admin port shows it.
final class Salesforce implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Salesforce(URI simulator, OrgId org) {
        this.base = simulator + "/orgs/" + org;
    }

    JsonNode faults() {
        return ask("/faults");
    }

    /// Calls after this one, oldest first.
    JsonNode calls(long after, int limit) {
        return ask("/calls?after=" + after + "&limit=" + limit);
    }

    /// Attendees after this record id, each with the id of the call that wrote it.
    JsonNode attendees(String after, int limit) {
        return ask("/rows/Attendee__c?limit=" + limit + (after.isEmpty() ? "" : "&after=" + after));
    }

    /// Takes it out of service for a while.
    void stop(Duration time) {
        String order = "{\"kind\":\"outage\",\"seconds\":%d}".formatted(time.toSeconds());
        var _ =
                send(
                        request("/faults")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(order)));
    }

    void mend() {
        var _ = send(request("/faults").DELETE());
    }

    private JsonNode ask(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return JSON.readTree(answer.body());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
