package io.turnout.scenario;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Has a seat kept, as a checkout does, thinks for a moment, and registers with it. Every fourth
/// changes their mind and gives it back.
final class Holder implements OpenLoad.Visitor {
    private static final int ONE_IN = 4;
    private static final Duration THINKS = Duration.ofMillis(700);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int NO_CONTENT = 204;

    private final Desk desk;
    private final Fairs.Fair fair;
    private final Scenario.Manner manner;

    Holder(Desk desk, Fairs.Fair fair, Scenario.Manner manner) {
        this.desk = desk;
        this.fair = fair;
        this.manner = manner;
    }

    private interface Step {
        Wire.Reply take();
    }

    @Override
    public Answer visit(long n) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        String key = new UUID(chance.nextLong(), chance.nextLong()).toString();
        String lines = "{\"lines\":[{\"item\":\"" + fair.item() + "\",\"quantity\":1}]}";
        Told held =
                insist(
                        () ->
                                desk.wire()
                                        .post(
                                                desk.fairs().door().resolve(path("")),
                                                lines,
                                                Map.of("Idempotency-Key", key)));
        if (held.answer().outcome() != Outcome.YES) {
            return held.answer();
        }
        Pause.of(THINKS);
        String hold = held.reply().json().path("id").asText();
        String token = held.reply().json().path("token").asText();
        return n % ONE_IN == 0 ? release(hold, token) : register(hold, token);
    }

    private String path(String hold) {
        return "/v1/orgs/%s/events/%s/holds%s"
                .formatted(fair.at().org(), fair.id(), hold.isEmpty() ? "" : "/" + hold);
    }

    private Answer release(String hold, String token) {
        return insist(
                        () ->
                                desk.wire()
                                        .delete(
                                                desk.fairs().door().resolve(path(hold)),
                                                Map.of("Authorization", "Bearer " + token)))
                .answer();
    }

    private Answer register(String hold, String token) {
        Ledger.Open plain = Desk.somebody(fair);
        Ledger.Open request =
                new Ledger.Open(
                        plain.event(),
                        plain.eventId(),
                        plain.key(),
                        "{\"hold\":\"" + hold + "\"," + plain.body().substring(1),
                        token);
        Told told = insist(() -> desk.post(request, Map.of()));
        if (told.answer().outcome() == Outcome.YES) {
            return desk.answer(request, told.reply());
        }
        if (told.unknown()) {
            desk.ledger().unknown(request);
        }
        return told.answer();
    }

    private record Told(Answer answer, Wire.Reply reply, boolean unknown) {}

    private Told insist(Step step) {
        Answer answer = new Answer(Outcome.FAILED, "never asked");
        Wire.Reply reply = new Wire.Reply(0, "", Map.of());
        boolean unknown = false;
        for (int tried = 0; tried <= manner.retries() && answer.isOpen(); tried++) {
            Pause.of(tried == 0 ? Duration.ZERO : PAUSE);
            try {
                reply = step.take();
                boolean yes = Desk.isYes(reply) || reply.status() == NO_CONTENT;
                answer = yes ? Answer.YES : Answer.refused(reply);
            } catch (UncheckedIOException broken) {
                answer = Answer.broken(broken);
            }
            unknown |= answer.isUnknown();
        }
        return new Told(answer, reply, unknown && answer.isOpen());
    }
}
