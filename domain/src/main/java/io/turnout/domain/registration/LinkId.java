package io.turnout.domain.registration;

import io.turnout.domain.event.EventId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/// A link by which somebody is invited to an event. It follows from the event and from what the
/// org calls the invitation, so that whoever tells of it again tells of the same link. It is no
/// secret: what opens a link is its token.
public record LinkId(UUID value) {
    private static final int EVENT_BYTES = 4;
    private static final int REFERENCE_BYTES = 2 * Long.BYTES - EVENT_BYTES;

    /// The one link of `event` under `reference`. Links of one event begin alike, so that they lie
    /// together where they are kept by their id; the 96 bits after that tell them apart.
    public static LinkId of(EventId event, String reference) {
        ByteBuffer id =
                ByteBuffer.allocate(2 * Long.BYTES)
                        .put(hash(event.value()), 0, EVENT_BYTES)
                        .put(hash(event.value() + "|" + reference), 0, REFERENCE_BYTES)
                        .flip();
        return new LinkId(new UUID(id.getLong(), id.getLong()));
    }

    /// Not after any link of `event`.
    public static LinkId firstOf(EventId event) {
        return bound(event, (byte) 0);
    }

    /// Not before any link of `event`.
    public static LinkId lastOf(EventId event) {
        return bound(event, (byte) -1);
    }

    private static LinkId bound(EventId event, byte rest) {
        byte[] id = new byte[2 * Long.BYTES];
        Arrays.fill(id, rest);
        System.arraycopy(hash(event.value()), 0, id, 0, EVENT_BYTES);
        ByteBuffer bytes = ByteBuffer.wrap(id);
        return new LinkId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
