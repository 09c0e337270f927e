package io.turnout.application.memory;

import io.turnout.application.checkout.CheckoutPorts;

/// The twins behind a checkout.
public record MemoryCheckout(MemoryCheckouts open, MemoryCheckoutSeals seals) {
    static MemoryCheckout empty() {
        return new MemoryCheckout(new MemoryCheckouts(), new MemoryCheckoutSeals("memory"));
    }

    public CheckoutPorts ports() {
        return new CheckoutPorts(open, seals);
    }
}
