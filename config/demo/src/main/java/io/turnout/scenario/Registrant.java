package io.turnout.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Registers invented people, one at a time, with a key each. Who is told to come again does so
/// with the same key, as often as the scenario says, a little later each time.
final class Registrant implements OpenLoad.Visitor {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int CREATED = 201;
    private static final int REPEATED = 200;

    private final Wire wire;
    private final Fairs fairs;
    private final Fairs.Fair fair;
    private final Ledger ledger;
    private final int retries;

    Registrant(Wire wire, Fairs fairs, Fairs.Fair fair, Ledger ledger, int retries) {
        this.wire = wire;
        this.fairs = fairs;
        this.fair = fair;
        this.ledger = ledger;
        this.retries = retries;
    }

    @Override
    public Answer visit(long n) {
        String key = UUID.randomUUID().toString();
        Ledger.Open request = new Ledger.Open(fair.at(), fair.id(), key, body(key));
        Answer answer = ask(request);
        for (int again = 0; again < retries && isOpen(answer); again++) {
            long most = FIRST_PAUSE.toMillis() << again;
            Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most)));
            answer = ask(request);
        }
        if (isOpen(answer)) {
            ledger.unknown(request);
        }
        return answer;
    }

    private static boolean isOpen(Answer answer) {
        return answer.outcome() == Outcome.FAILED || answer.outcome() == Outcome.LATER;
    }

    /// Asks for what nobody knows the outcome of, once more: with its key, that settles it.
    Answer ask(Ledger.Open request) {
        try {
            Wire.Reply reply =
                    wire.post(
                            fairs.door()
                                    .resolve(
                                            "/v1/orgs/%s/events/%s/registrations"
                                                    .formatted(
                                                            request.event().org(),
                                                            request.eventId())),
                            request.body(),
                            Map.of("Idempotency-Key", request.key()));
            return reply.status() == CREATED || reply.status() == REPEATED
                    ? admitted(request, reply.json())
                    : Answer.refused(reply.status(), reply.json());
        } catch (java.io.UncheckedIOException broken) {
            return Answer.broken(broken);
        }
    }

    private Answer admitted(Ledger.Open request, JsonNode registration) {
        List<String> attendees = new ArrayList<>();
        registration.path("attendees").forEach(one -> attendees.add(one.path("id").asText()));
        Ledger.Admission admission =
                new Ledger.Admission(
                        request.event().org(),
                        request.eventId(),
                        registration.path("id").asText(),
                        attendees);
        return ledger.admitted(request.key(), admission)
                ? Answer.YES
                : new Answer(Outcome.FAILED, "another registration for the same key");
    }

    private String body(String key) {
        return """
        {"attendees":[{"email":"guest.%s@example.org","name":"Guest of a scenario",\
        "company":"Example Works","item":"%s"}]}\
        """
                .formatted(key, fair.item());
    }
}
