package io.turnout.application.checkout;

import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutId;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Closes a checkout, so that a browser or a shared store can carry it and neither read nor change
/// it. What was sealed opens only for the same org and under the same id, and only in this stack;
/// what a browser carries, also in one to which the org has moved since.
public interface CheckoutSeals {
    /// Text without personal data, fit for a cookie. Empty for an org that is not at home here.
    Optional<String> seal(Checkout checkout);

    /// What was sealed. Empty for anything else, whoever made it; that is counted.
    Optional<Checkout> open(OrgId org, CheckoutId id, String sealed);

    /// How often something was offered here that was sealed elsewhere, or not at all.
    long strange();
}
