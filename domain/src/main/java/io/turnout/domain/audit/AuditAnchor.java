package io.turnout.domain.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// That a trail begins after `head`: what stood up to there was kept long enough and is gone.
///
/// @param dropped how many records that are, since the trail began
/// @param at when, to the microsecond, as PostgreSQL keeps it
/// @param actor who dropped them
public record AuditAnchor(AuditHead head, long dropped, Instant at, String actor) {
    public AuditAnchor {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /// All of it in 32 bytes, to be sealed.
    public byte[] digest() {
        String text = head + "|" + dropped + "|" + at + "|" + actor;
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
