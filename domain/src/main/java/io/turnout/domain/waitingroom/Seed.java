package io.turnout.domain.waitingroom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Thirty-two secret bytes, as lower-case hexadecimal, that settle the order of those who come
/// before the start. Its commitment is published before the first ticket, the seed itself at the
/// start: nobody can guess it, and the house cannot choose it afterwards.
public record Seed(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Seed {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
    }

    /// SHA-256 of the bytes of the seed, in hexadecimal.
    public String commitment() {
        return HexFormat.of().formatHex(sha256().digest(bytes()));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// A seed from any text, for tests and twins.
    public static Seed of(String text) {
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return new Seed(HexFormat.of().formatHex(digest));
    }

    /// It is a secret until the start.
    @Override
    public String toString() {
        return "Seed[…]";
    }
}
