package io.turnout.config.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// Somebody with a registration, or a place in line for one, who asks on whichever house until
/// there is an answer.
final class Registrant {
    private static final int TRIES = 600;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int number;
    private final List<URI> houses;
    private String path = "";
    private String token = "";

    Registrant(int number, List<URI> houses) {
        this.number = number;
        this.houses = houses;
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Registers, or stands in line: the status it is told.
    String register() throws Exception {
        String body =
                """
                {"attendees":[{"email":"registrant%d@example.com","name":"Registrant %d",
                "item":"%s"}],"waitlist":true}
                """
                        .formatted(number, number, Street.TICKET);
        JsonNode told =
                answer(
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "registrant-" + number)
                                .POST(HttpRequest.BodyPublishers.ofString(body)),
                        "/v1/orgs/%s/events/%s/registrations".formatted(Street.ORG, Street.EVENT));
        path = "/v1/orgs/" + Street.ORG + "/registrations/" + told.path("id").asText();
        token = told.path("manageToken").asText();
        return told.path("status").asText();
    }

    String cancel() throws Exception {
        return answer(HttpRequest.newBuilder().DELETE(), path).path("status").asText();
    }

    JsonNode look() throws Exception {
        return answer(HttpRequest.newBuilder().GET(), path);
    }

    /// Waits for an offer and takes it.
    String acceptOnceOffered() throws Exception {
        for (int tried = 0; tried < TRIES; tried++) {
            if (!look().path("status").asText().equals("waitlisted")) {
                HttpRequest.Builder accept =
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"));
                return answer(accept, path + "/acceptance").path("status").asText();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("registrant " + number + " was never offered a seat");
    }

    private JsonNode answer(HttpRequest.Builder request, String what) throws Exception {
        if (!token.isEmpty()) {
            var _ = request.setHeader("Authorization", "Bearer " + token);
        }
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                URI house = houses.get((number + tried) % houses.size());
                HttpResponse<String> answer =
                        Street.WIRE.send(
                                request.copy()
                                        .uri(house.resolve(what))
                                        .timeout(Duration.ofSeconds(15))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return JSON.readTree(answer.body());
                }
                if (answer.statusCode() < 429) {
                    throw new IllegalStateException(what + ": " + answer.body());
                }
            } catch (IOException _) {
                // The house is gone; the other one knows the same.
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("registrant " + number + " never had an answer");
    }
}
