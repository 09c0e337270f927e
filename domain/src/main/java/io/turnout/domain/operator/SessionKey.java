package io.turnout.domain.operator;

import java.util.regex.Pattern;

/// By what a session is known where it is kept: the SHA-256 of what the browser holds, in hex. Who
/// reads it cannot sign in with it.
public record SessionKey(String value) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public SessionKey {
        if (!HEX.matcher(value).matches()) {
            throw new IllegalArgumentException("a session is known by 64 hex digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
