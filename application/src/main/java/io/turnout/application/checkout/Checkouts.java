package io.turnout.application.checkout;

import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutId;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.Optional;

/// The checkouts that are open, remembered for all instances of a stack. It may forget any of
/// them at any time; nobody loses more than what they chose, and never a seat. None is ever shown
/// to another org or stack. Quick, or given up: a visitor waits 50 ms for it at most.
public interface Checkouts {
    Duration LIFE = Duration.ofMinutes(30);

    /// The checkout as it was last kept; none when it is forgotten, or nobody answers in time.
    Optional<Checkout> find(OrgId org, CheckoutId id);

    /// Remembers a checkout for `LIFE`, in place of what was known under its id. Nothing happens
    /// where it cannot.
    void keep(Checkout checkout);
}
