package io.turnout.application.checkout;

import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Finds the checkout that a browser carries on with. What it carries says which one, and is
/// enough to go on; what is remembered of the same one may say more.
public final class ResumeCheckout {
    private final Checkouts open;
    private final CheckoutSeals seals;

    public ResumeCheckout(Checkouts open, CheckoutSeals seals) {
        this.open = open;
        this.seals = seals;
    }

    /// Empty where the browser carries none of this event.
    public Optional<Checkout> resume(OrgId org, EventId event, Carrying browser) {
        return seals.open(org, browser.id(), browser.sealed())
                .filter(checkout -> checkout.event().equals(event))
                .map(this::remembered);
    }

    /// A copy with another key is of an earlier turn.
    private Checkout remembered(Checkout carried) {
        boolean whole = carried.held().stream().noneMatch(held -> held.places().isEmpty());
        return whole
                ? carried
                : open.find(carried.org(), carried.id())
                        .filter(kept -> kept.event().equals(carried.event()))
                        .filter(kept -> kept.key().equals(carried.key()))
                        .orElse(carried);
    }

    /// What a browser sends along.
    public record Carrying(CheckoutId id, String sealed) {
        @Override
        public String toString() {
            return "Carrying[…]";
        }
    }
}
