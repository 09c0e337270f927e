package io.turnout.config.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// A visitor who wants one place and asks, always with the same key, until somebody says yes or
/// no: a dropped connection or a "come back" is neither.
final class Client {
    private static final int TRIES = 60;

    private final int number;
    private final List<URI> houses;

    Client(int number, List<URI> houses) {
        this.number = number;
        this.houses = houses;
    }

    String key() {
        return "client-" + number;
    }

    HttpResponse<String> register() throws InterruptedException {
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                HttpResponse<String> answer = ask(houses.get((number + tried) % houses.size()));
                if (answer.statusCode() < 500) {
                    return answer;
                }
            } catch (IOException _) {
                // The house is gone, or was in the middle of an answer: the key will tell.
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException(key() + " never had an answer");
    }

    /// Asks one house, once.
    HttpResponse<String> ask(URI house) throws IOException, InterruptedException {
        String body =
                """
                {"attendees":[{"email":"visitor%d@example.com","name":"Visitor %d",
                "item":"%s","sessions":["%s"]}]}
                """
                        .formatted(number, number, Street.TICKET, Street.WORKSHOP);
        return Street.WIRE.send(
                HttpRequest.newBuilder(
                                house.resolve(
                                        "/v1/orgs/%s/events/%s/registrations"
                                                .formatted(Street.ORG, Street.EVENT)))
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
