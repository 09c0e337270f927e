package io.turnout.application.memory;

import io.turnout.application.checkout.CheckoutPorts;

/// The twins behind a checkout.
public record MemoryCheckout(
        MemoryCheckouts open, MemoryCheckoutSeals seals, MemoryCheckoutVersions versions) {
    static MemoryCheckout empty() {
        return new MemoryCheckout(
                new MemoryCheckouts(),
                new MemoryCheckoutSeals("memory"),
                new MemoryCheckoutVersions());
    }

    public CheckoutPorts ports() {
        return new CheckoutPorts(open, seals, versions);
    }
}
