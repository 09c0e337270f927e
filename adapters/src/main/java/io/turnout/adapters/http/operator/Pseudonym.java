package io.turnout.adapters.http.operator;

import io.turnout.domain.audit.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// What stands for an operator in a trail. The name that the sign-in service gave, when it is none
/// of a person's: ours does, and so do most. An address or whatever has spaces becomes a hash, by
/// which those who know the address find what its owner did, and nobody else reads it.
public final class Pseudonym {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9._:|/-]{1," + AuditEntry.ACTOR_MAX + "}");

    private Pseudonym() {}

    public static String of(String subject) {
        return PLAIN.matcher(subject).matches() ? subject : "sha256:" + hash(subject);
    }

    private static String hash(String subject) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
