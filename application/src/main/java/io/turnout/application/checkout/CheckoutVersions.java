package io.turnout.application.checkout;

import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.org.OrgId;

/// Which version of the checkout an org's new checkouts begin on. Answered from memory: it is asked
/// for every page.
public interface CheckoutVersions {
    CheckoutVersion current(OrgId org);
}
