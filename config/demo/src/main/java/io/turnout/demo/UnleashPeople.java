package io.turnout.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/// Gives somebody an account at an Unleash server and a token of their own, by which the server
/// tells what they do from what others do.
final class UnleashPeople {
    private static final JsonMapper JSON = new JsonMapper();

    /// Who may see everybody's edits, and who may edit; by the server's numbers.
    static final int ADMIN = 1;

    static final int EDITOR = 2;

    private final URI server;

    UnleashPeople(URI server) {
        this.server = server;
    }

    /// A token of somebody of this name and role, who gets a new password with it.
    String token(String name, int role) {
        String password = "Aa1!" + UUID.randomUUID();
        try (HttpClient client = HttpClient.newHttpClient()) {
            JsonNode users = body(client, admin("/api/admin/user-admin").GET());
            int id = 0;
            for (JsonNode user : users.path("users")) {
                if (user.path("username").asText().equals(name)) {
                    id = user.path("id").asInt();
                }
            }
            if (id == 0) {
                String user =
                        JSON.createObjectNode()
                                .put("username", name)
                                .put("name", name)
                                .put("rootRole", role)
                                .put("sendEmail", false)
                                .put("password", password)
                                .toString();
                var _ = body(client, admin("/api/admin/user-admin").POST(text(user)));
            } else {
                String change = JSON.createObjectNode().put("password", password).toString();
                var _ =
                        send(
                                client,
                                admin("/api/admin/user-admin/" + id + "/change-password")
                                        .POST(text(change)));
            }
            String login =
                    JSON.createObjectNode()
                            .put("username", name)
                            .put("password", password)
                            .toString();
            HttpResponse<String> session =
                    send(client, request("/auth/simple/login").POST(text(login)));
            String cookie = session.headers().firstValue("set-cookie").orElse("");
            String token =
                    JSON.createObjectNode()
                            .put("description", "turnout " + UUID.randomUUID())
                            .put("expiresAt", "2099-01-01T00:00:00Z")
                            .toString();
            return body(
                            client,
                            request("/api/admin/user/tokens")
                                    .header("Cookie", cookie.replaceFirst(";.*", ""))
                                    .POST(text(token)))
                    .path("secret")
                    .asText();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder admin(String path) {
        return request(path).header("Authorization", UnleashProcess.ADMIN_TOKEN);
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    private static JsonNode body(HttpClient client, HttpRequest.Builder request) {
        try {
            return JSON.readTree(send(client, request).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        response.uri().getPath() + " was answered " + response.statusCode());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
