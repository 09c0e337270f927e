package io.turnout.domain.attendeelink;

import io.turnout.domain.event.EventId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// An upload of links. It follows from the event and from the message by which it was asked for, so
/// that whoever repeats the message finds the same upload. It is no secret: what lets in is its
/// ticket.
public record UploadId(UUID value) {
    public static UploadId of(EventId event, String message) {
        String text = event.value() + "|" + message;
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            ByteBuffer hash = ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UploadId(new UUID(hash.getLong(), hash.getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
