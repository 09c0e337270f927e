package io.turnout.domain.relocation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What was compared of an org, page by page, before it moved: how many rows, and a hash of all
/// they said at the stack that it left. What was still being written then was compared again.
public record Proof(long rows, String hash) {
    public static final Proof NOTHING = new Proof(0, "");

    /// With one page more.
    ///
    /// @param print the hash of what its rows say
    public Proof with(String table, long more, String print) {
        String all = hash + "\n" + table + "\n" + more + "\n" + print;
        return new Proof(
                rows + more,
                HexFormat.of().formatHex(sha256().digest(all.getBytes(StandardCharsets.UTF_8))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
