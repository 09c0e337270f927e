package io.turnout.scenario;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Has a seat kept, as a checkout does, thinks for a moment, and registers with it. Every fourth
/// changes their mind and gives it back.
record Holder(Desk desk, Fairs.Fair fair, int retries) implements OpenLoad.Visitor {
    private static final int ONE_IN = 4;
    private static final Duration THINKS = Duration.ofMillis(700);

    @Override
    public Answer visit(long n) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        String key = new UUID(chance.nextLong(), chance.nextLong()).toString();
        Desk.Told held = Desk.insist(retries, () -> hold(key));
        if (held.answer().outcome() != Outcome.YES) {
            return held.answer();
        }
        Pause.of(THINKS);
        String hold = held.reply().json().path("id").asText();
        String token = held.reply().json().path("token").asText();
        return n % ONE_IN == 0
                ? Desk.insist(retries, () -> release(hold, token)).answer()
                : desk.register(with(hold, token), retries).answer();
    }

    private URI holds(String hold) {
        return desk.fairs()
                .door()
                .resolve(
                        "/v1/orgs/%s/events/%s/holds%s"
                                .formatted(fair.at().org(), fair.id(), hold));
    }

    private Wire.Reply hold(String key) {
        String lines = "{\"lines\":[{\"item\":\"" + fair.item() + "\",\"quantity\":1}]}";
        return desk.wire().post(holds(""), lines, Map.of("Idempotency-Key", key));
    }

    private Wire.Reply release(String hold, String token) {
        return desk.wire().delete(holds("/" + hold), Map.of("Authorization", "Bearer " + token));
    }

    private Ledger.Open with(String hold, String token) {
        Ledger.Open plain = Desk.somebody(fair);
        String body = "{\"hold\":\"" + hold + "\"," + plain.body().substring(1);
        return new Ledger.Open(plain.event(), plain.eventId(), plain.key(), body, token);
    }
}
