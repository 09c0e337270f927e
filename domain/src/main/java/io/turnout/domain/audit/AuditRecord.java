package io.turnout.domain.audit;

import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/// An entry as it stands in a trail: numbered without a gap, and hashed together with the hash of
/// the one before, so that whatever is changed later fits no more (SHA-256, FIPS 180-4).
///
/// @param at to the microsecond, as PostgreSQL keeps it
public record AuditRecord(long number, Instant at, AuditEntry entry, String previous, String hash) {
    /// The record that follows `head`.
    public static AuditRecord after(AuditHead head, Instant at, AuditEntry entry) {
        long number = head.number() + 1;
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        return new AuditRecord(
                number, kept, entry, head.hash(), hash(number, kept, entry, head.hash()));
    }

    /// Whether it is what was written right after `head`.
    public boolean follows(AuditHead head) {
        return equals(after(head, at, entry));
    }

    public AuditHead head() {
        return new AuditHead(number, hash);
    }

    /// Each field with its length before it: no two records have one text.
    private static String hash(long number, Instant at, AuditEntry entry, String previous) {
        StringBuilder text = new StringBuilder();
        for (String field :
                new String[] {
                    previous,
                    Long.toString(number),
                    at.toString(),
                    entry.actor(),
                    entry.action(),
                    entry.org().map(OrgId::value).orElse(""),
                    entry.subject(),
                    entry.outcome(),
                    entry.request()
                }) {
            text.append(field.length()).append(' ').append(field);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
