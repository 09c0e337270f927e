package io.turnout.config.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// A visitor who repeats one request, on whichever house, with the ticket the first refusal gave,
/// until it is let in.
final class Waiter {
    private static final int TRIES = 400;
    private static final String EVENT = "/v1/orgs/%s/events/%s".formatted(Street.ORG, Street.EVENT);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int number;
    private final List<URI> houses;
    private String ticket = "";

    Waiter(int number, List<URI> houses) {
        this.number = number;
        this.houses = houses;
    }

    String ticket() {
        return ticket;
    }

    /// Until each of the houses knows that there is a line; a number of it is used up for that.
    static void awaitLine(List<URI> houses) throws IOException, InterruptedException {
        for (URI house : houses) {
            HttpRequest join =
                    HttpRequest.newBuilder(house.resolve(EVENT + "/waiting-room/tickets"))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build();
            int tried = 0;
            while (Street.WIRE.send(join, HttpResponse.BodyHandlers.ofString()).statusCode()
                    != 201) {
                if (++tried == TRIES) {
                    throw new IllegalStateException("no line at " + house);
                }
                Thread.sleep(100);
            }
        }
    }

    /// Takes a place in line.
    void stand() throws IOException, InterruptedException {
        keepTicket(ask(houses.get(number % houses.size()), "waiter-" + number));
    }

    HttpResponse<String> comeIn() throws InterruptedException {
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                URI house = houses.get((number + tried) % houses.size());
                HttpResponse<String> answer = ask(house, "waiter-" + number);
                if (answer.statusCode() < 300) {
                    return answer;
                }
                keepTicket(answer);
            } catch (IOException _) {
                // The house is gone; the ticket is as good on the other.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("waiter " + number + " never came in");
    }

    private void keepTicket(HttpResponse<String> refusal) throws IOException {
        JsonNode given = JSON.readTree(refusal.body()).at("/waiting/ticket");
        if (given.isTextual()) {
            if (!ticket.isEmpty() && !ticket.equals(given.asText())) {
                throw new IllegalStateException("waiter " + number + " lost its place");
            }
            ticket = given.asText();
        }
    }

    /// Once more for somebody else, with the ticket that has let this one in.
    HttpResponse<String> comeAgain(URI house) throws IOException, InterruptedException {
        return ask(house, "again-" + number);
    }

    private HttpResponse<String> ask(URI house, String key)
            throws IOException, InterruptedException {
        String body =
                """
                {"attendees":[{"email":"waiter%d@example.com","name":"Waiter %d","item":"%s"}],
                "waitlist":true}
                """
                        .formatted(number, number, Street.TICKET);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(house.resolve(EVENT + "/registrations"))
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return Street.WIRE.send(
                (ticket.isEmpty() ? request : request.header("Waiting-Room-Ticket", ticket))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
