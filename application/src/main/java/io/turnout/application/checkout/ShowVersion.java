package io.turnout.application.checkout;

import io.turnout.application.flags.FlagDecisions;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;

/// How a checkout of an org begins today. One that has begun has its version sealed in it.
public final class ShowVersion {
    private final FlagDecisions flags;

    public ShowVersion(FlagDecisions flags) {
        this.flags = flags;
    }

    public CheckoutVersion show(OrgId org) {
        return flags.isOn(Flag.CHECKOUT_V2, org) ? CheckoutVersion.V2 : CheckoutVersion.V1;
    }
}
