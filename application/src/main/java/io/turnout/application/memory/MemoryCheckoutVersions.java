package io.turnout.application.memory;

import io.turnout.application.checkout.CheckoutVersions;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.org.OrgId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The first version for everybody, until it is told otherwise.
public final class MemoryCheckoutVersions implements CheckoutVersions {
    private final Map<OrgId, CheckoutVersion> others = new ConcurrentHashMap<>();

    public void set(OrgId org, CheckoutVersion version) {
        var _ = others.put(org, version);
    }

    @Override
    public CheckoutVersion current(OrgId org) {
        return others.getOrDefault(org, CheckoutVersion.V1);
    }
}
