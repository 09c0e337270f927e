package io.turnout.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Comes for a seat, as people do: who is sent to the end of a line keeps the ticket, asks for the
/// place no sooner than told, registers when called, and goes home when told that all is sold.
final class Newcomer implements OpenLoad.Visitor {
    private static final int TOO_MANY = 429;
    private static final String WAITING = "waiting";
    private static final String TICKET = "Waiting-Room-Ticket";
    private static final Duration LEAST_PAUSE = Duration.ofMillis(500);
    private static final Answer SOLD_OUT_IN_LINE = new Answer(Outcome.NO, "sold out, told in line");

    private final Desk desk;
    private final Fairs.Fair fair;
    private final Scenario.Manner manner;

    Newcomer(Desk desk, Fairs.Fair fair, Scenario.Manner manner) {
        this.desk = desk;
        this.fair = fair;
        this.manner = manner;
    }

    @Override
    public Answer visit(long n) {
        Ledger.Open request = Desk.somebody(fair);
        Map<String, String> headers = new HashMap<>(Reader.host(manner.host()));
        Answer answer = ask(request, headers);
        boolean unknown = answer.isUnknown();
        for (int again = 0; again < manner.retries() && answer.isOpen(); again++) {
            Pause.of(least(answer.pause()));
            answer = ask(request, headers);
            unknown |= answer.isUnknown();
        }
        if (unknown && answer.isOpen()) {
            desk.ledger().unknown(request);
        }
        return answer;
    }

    private static Duration least(Duration told) {
        return told.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : told;
    }

    private Answer ask(Ledger.Open request, Map<String, String> headers) {
        try {
            Wire.Reply reply = desk.post(request, headers);
            return reply.status() == TOO_MANY && reply.json().has(WAITING)
                    ? inLine(request, headers, reply)
                    : desk.answer(request, reply);
        } catch (UncheckedIOException broken) {
            return Answer.broken(broken);
        }
    }

    private Answer inLine(Ledger.Open request, Map<String, String> headers, Wire.Reply first) {
        JsonNode place = first.json().path(WAITING);
        if (place.has("ticket")) {
            headers.put(TICKET, place.path("ticket").asText());
        }
        while (true) {
            switch (place.path("state").asText()) {
                case "called", "through" -> {
                    return desk.ask(request, headers);
                }
                case "sold-out" -> {
                    return SOLD_OUT_IN_LINE;
                }
                case WAITING, "gathering" -> {
                    Pause.of(Duration.ofSeconds(place.path("askAfterSeconds").asLong(1)));
                    place = place(request, headers);
                }
                default -> {
                    return new Answer(Outcome.LATER, "in line: " + place.path("state").asText());
                }
            }
        }
    }

    private JsonNode place(Ledger.Open request, Map<String, String> headers) {
        String path = Desk.path(request, "/waiting-room/place");
        return desk.wire().get(desk.fairs().door().resolve(path), headers).json();
    }
}
