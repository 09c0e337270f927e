package io.turnout.domain.checkout;

import java.util.Base64;

/// By which a browser is known again while it checks out: 128 bits of chance, in URL-safe Base64.
/// Whoever has it has the checkout, so it is never printed, and kept only as a hash.
public record CheckoutId(String value) {
    private static final int BYTES = 16;

    public CheckoutId {
        if (value.length() != encoded(new byte[BYTES]).length() || decoded(value).length != BYTES) {
            throw new IllegalArgumentException("no id of a checkout");
        }
    }

    public static CheckoutId of(byte[] chance) {
        return new CheckoutId(encoded(chance));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String value) {
        return Base64.getUrlDecoder().decode(value);
    }

    @Override
    public String toString() {
        return "CheckoutId[…]";
    }
}
