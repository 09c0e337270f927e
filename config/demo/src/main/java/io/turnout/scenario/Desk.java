package io.turnout.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Where registrations of invented people are asked for; what is said yes to goes into the ledger.
record Desk(Wire wire, Fairs fairs, Ledger ledger) {
    private static final int CREATED = 201;
    private static final int REPEATED = 200;
    private static final int NO_CONTENT = 204;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// A person who wants a seat, with a key of their own.
    static Ledger.Open somebody(Fairs.Fair fair) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        String key = new UUID(chance.nextLong(), chance.nextLong()).toString();
        String body =
                "{\"attendees\":[{\"email\":\"guest."
                        + key
                        + "@example.org\",\"name\":\"Guest of a scenario\",\"company\":"
                        + "\"Example Works\",\"item\":\""
                        + fair.item()
                        + "\"}]}";
        return new Ledger.Open(fair.at(), fair.id(), key, body, "");
    }

    static String path(Ledger.Open request, String what) {
        return "/v1/orgs/" + request.event().org() + "/events/" + request.eventId() + what;
    }

    Wire.Reply post(Ledger.Open request, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(request.headers());
        return wire.post(
                fairs.door().resolve(path(request, "/registrations")), request.body(), all);
    }

    /// Asks once; for what nobody knows the outcome of, once more settles it.
    Answer ask(Ledger.Open request, Map<String, String> headers) {
        try {
            return answer(request, post(request, headers));
        } catch (UncheckedIOException broken) {
            return Answer.broken(broken);
        }
    }

    Answer answer(Ledger.Open request, Wire.Reply reply) {
        return isYes(reply) ? admitted(request, reply.json()) : Answer.refused(reply);
    }

    static boolean isYes(Wire.Reply reply) {
        return reply.status() == CREATED || reply.status() == REPEATED;
    }

    private Answer admitted(Ledger.Open request, JsonNode registration) {
        List<String> attendees = new ArrayList<>();
        registration.path("attendees").forEach(one -> attendees.add(one.path("id").asText()));
        Ledger.Admission admission =
                new Ledger.Admission(request, registration.path("id").asText(), attendees);
        return ledger.admitted(admission)
                ? Answer.YES
                : new Answer(Outcome.FAILED, "another registration for the same key");
    }

    /// What came of a step that was taken until it was answered.
    ///
    /// @param unknown whether it may have been done all the same
    record Told(Answer answer, Wire.Reply reply, boolean unknown) {}

    /// Takes a step that may be taken twice, until it has a yes or a final no; `retries` times more
    /// at most, a fifth of a second apart.
    static Told insist(int retries, Supplier<Wire.Reply> step) {
        Answer answer = new Answer(Outcome.FAILED, "never asked");
        Wire.Reply reply = new Wire.Reply(0, "", Map.of());
        boolean unknown = false;
        for (int tried = 0; tried <= retries && answer.isOpen(); tried++) {
            Pause.of(tried == 0 ? Duration.ZERO : PAUSE);
            try {
                reply = step.get();
                boolean yes = isYes(reply) || reply.status() == NO_CONTENT;
                answer = yes ? Answer.YES : Answer.refused(reply);
            } catch (UncheckedIOException broken) {
                answer = Answer.broken(broken);
            }
            unknown |= answer.isUnknown();
        }
        return new Told(answer, reply, unknown && answer.isOpen());
    }

    /// Registers, and insists.
    Told register(Ledger.Open request, int retries) {
        Told told = insist(retries, () -> post(request, Map.of()));
        if (told.unknown()) {
            ledger.unknown(request);
        }
        return told.answer().outcome() == Outcome.YES
                ? new Told(answer(request, told.reply()), told.reply(), false)
                : told;
    }
}
