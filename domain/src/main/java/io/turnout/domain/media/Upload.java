package io.turnout.domain.media;

import java.util.Optional;

/// What somebody wants to bring: a picture, or a smaller one of it, made where it comes from.
///
/// @param sha256 of what is brought, in hexadecimal
public record Upload(MediaRef ref, Optional<Variant> variant, String sha256, long bytes) {
    public static final long BYTES_MAX = 10 << 20;

    public Upload {
        if (bytes < 1 || bytes > BYTES_MAX || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("1 to " + BYTES_MAX + " bytes, and their SHA-256");
        }
    }

    public static Upload of(MediaRef ref, long bytes) {
        return new Upload(ref, Optional.empty(), ref.sha256(), bytes);
    }
}
