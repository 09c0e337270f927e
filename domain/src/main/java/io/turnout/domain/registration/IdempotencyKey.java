package io.turnout.domain.registration;

/// What a client says to mean "this same request, however often I send it": 1 to 255 visible ASCII
/// characters. Clients have been seen to put addresses in it, so it is never printed.
public record IdempotencyKey(String value) {
    public static final int LENGTH_MAX = 255;

    public IdempotencyKey {
        boolean visible = value.chars().allMatch(c -> c > ' ' && c <= '~');
        if (value.isEmpty() || value.length() > LENGTH_MAX || !visible) {
            throw new IllegalArgumentException("1 to 255 visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return "IdempotencyKey[…]";
    }
}
