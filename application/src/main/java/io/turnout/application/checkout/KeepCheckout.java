package io.turnout.application.checkout;

import io.turnout.domain.checkout.Checkout;
import java.util.Optional;

/// Remembers a checkout here, and hands out what the browser carries of it, so that it goes on
/// also where nothing is remembered.
public final class KeepCheckout {
    private final Checkouts open;
    private final CheckoutSeals seals;

    public KeepCheckout(Checkouts open, CheckoutSeals seals) {
        this.open = open;
        this.seals = seals;
    }

    /// Empty for an org that is not at home here.
    public Optional<Carried> keep(Checkout checkout) {
        Optional<String> whole = seals.seal(checkout);
        Optional<String> brief = seals.seal(checkout.brief());
        if (whole.isEmpty() || brief.isEmpty()) {
            return Optional.empty();
        }
        open.keep(checkout);
        return Optional.of(new Carried(whole.get(), brief.get()));
    }

    /// The whole, for a field of a form, and as much as fits a cookie.
    public record Carried(String whole, String brief) {}
}
