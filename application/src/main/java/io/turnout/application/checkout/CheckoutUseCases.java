package io.turnout.application.checkout;

/// What a checkout can be asked.
public record CheckoutUseCases(
        ShowVersion showVersion, KeepCheckout keepCheckout, ResumeCheckout resumeCheckout) {
    public static CheckoutUseCases over(CheckoutPorts ports) {
        return new CheckoutUseCases(
                new ShowVersion(ports.versions()),
                new KeepCheckout(ports.open(), ports.seals()),
                new ResumeCheckout(ports.open(), ports.seals()));
    }
}
