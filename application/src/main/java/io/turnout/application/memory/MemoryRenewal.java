package io.turnout.application.memory;

import io.turnout.application.delivery.Renewal;
import io.turnout.domain.delivery.Lease;
import java.util.function.Supplier;

/// Renews nothing: in memory no work lasts longer than a lease.
public final class MemoryRenewal implements Renewal {
    @Override
    public <T> T during(Lease lease, Supplier<T> work) {
        return work.get();
    }
}
