package io.turnout.application.checkout;

import io.turnout.application.flags.FlagDecisions;

/// What a checkout can be asked.
public record CheckoutUseCases(
        ShowVersion showVersion, KeepCheckout keepCheckout, ResumeCheckout resumeCheckout) {
    public static CheckoutUseCases over(CheckoutPorts ports, FlagDecisions flags) {
        return new CheckoutUseCases(
                new ShowVersion(flags),
                new KeepCheckout(ports.open(), ports.seals()),
                new ResumeCheckout(ports.open(), ports.seals()));
    }
}
