package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// An organiser at work in an org: signs in by password and changes records by hand.
final class Somebody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI api;
    private final String token;

    Somebody(SalesforceConnection connection) {
        this.api = connection.loginUrl();
        String form =
                "grant_type=client_credentials&client_id=turnout-simulator-consumer-key"
                        + "&client_secret=turnout-simulator-secret";
        this.token =
                send(HttpRequest.newBuilder(api.resolve("/services/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)))
                        .path("access_token")
                        .asText();
    }

    JsonNode patch(String object, String id, String json) {
        return call("PATCH", object, id, json);
    }

    JsonNode delete(String object, String id) {
        return call("DELETE", object, id, "");
    }

    private JsonNode call(String method, String object, String id, String json) {
        String path = "/services/data/v66.0/sobjects/" + object + "/" + id;
        return send(
                HttpRequest.newBuilder(api.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
