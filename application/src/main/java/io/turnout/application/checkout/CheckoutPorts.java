package io.turnout.application.checkout;

/// Everything a checkout needs of the outside.
public record CheckoutPorts(Checkouts open, CheckoutSeals seals) {}
