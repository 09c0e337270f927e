package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.domain.org.OrgId;
import io.turnout.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/// Somebody who works in a simulated org, through its own API and none of our code.
final class Organiser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI api;
    private final String token;

    Organiser(SimulatedSalesforce salesforce, OrgId org) {
        this.api = salesforce.api(org);
        String form =
                "grant_type=client_credentials&client_id="
                        + SimulatorSettings.CONSUMER_KEY
                        + "&client_secret="
                        + SimulatorSettings.CONSUMER_SECRET;
        this.token =
                send(HttpRequest.newBuilder(api.resolve("/services/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)))
                        .path("access_token")
                        .asText();
    }

    String create(String object, Map<String, Object> fields) {
        return call("POST", "/sobjects/" + object, fields).path("id").asText();
    }

    void change(String object, String id, Map<String, Object> fields) {
        var _ = call("PATCH", "/sobjects/" + object + "/" + id, fields);
    }

    void delete(String object, String id) {
        var _ = call("DELETE", "/sobjects/" + object + "/" + id, Map.of());
    }

    /// Two hundred at a time.
    void createAll(String object, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += 200) {
            List<Map<String, Object>> some =
                    rows.subList(from, Math.min(rows.size(), from + 200)).stream()
                            .map(row -> with(row, object))
                            .toList();
            var _ = call("POST", "/composite/sobjects", Map.of("allOrNone", true, "records", some));
        }
    }

    private static Map<String, Object> with(Map<String, Object> row, String object) {
        Map<String, Object> typed = new java.util.HashMap<>(row);
        typed.put("attributes", Map.of("type", object));
        return typed;
    }

    private JsonNode call(String method, String path, Map<String, Object> body) {
        try {
            return send(
                    HttpRequest.newBuilder(api.resolve("/services/data/v66.0" + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
