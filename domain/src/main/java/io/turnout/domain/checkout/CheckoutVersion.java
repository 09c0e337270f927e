package io.turnout.domain.checkout;

import java.util.Optional;
import java.util.stream.Stream;

/// How the way from the event's page to a registration goes. A checkout begun on one version
/// finishes on it, whatever new ones get meanwhile.
public enum CheckoutVersion {
    /// One page, and seats are taken when it is sent.
    V1(1),
    /// Choose; have the seats held for ten minutes; say who comes; confirm.
    V2(2);

    private final int number;

    CheckoutVersion(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<CheckoutVersion> numbered(int number) {
        return Stream.of(values()).filter(one -> one.number == number).findFirst();
    }
}
