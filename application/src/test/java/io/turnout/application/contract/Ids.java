package io.turnout.application.contract;

import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.org.RecordId;
import io.turnout.domain.registration.IdempotencyKey;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Ids nobody had before, so that tests that share a storage do not meet.
public final class Ids {
    private static final String LETTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 15;
    private static final Random CHANCE = new Random();

    private Ids() {}

    public static OrgId org() {
        return new OrgId(record("00D", CHANCE));
    }

    public static EventId event() {
        return new EventId(record("a01", CHANCE));
    }

    public static ItemId item() {
        return new ItemId(record("a02", CHANCE));
    }

    public static SessionId session() {
        return new SessionId(record("a03", CHANCE));
    }

    public static IdempotencyKey key() {
        return new IdempotencyKey("key-" + UUID.randomUUID());
    }

    /// A record id with right check characters.
    public static String record(String prefix, RandomGenerator chance) {
        StringBuilder id = new StringBuilder(prefix);
        while (id.length() < LENGTH) {
            id.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return RecordId.complete(id.toString());
    }
}
