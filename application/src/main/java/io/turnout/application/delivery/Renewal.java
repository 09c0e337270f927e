package io.turnout.application.delivery;

import io.turnout.domain.delivery.Lease;
import java.util.function.Supplier;

/// Keeps a lease alive while something else goes on: renews it every few seconds from another
/// thread and stops when the work is done, however it ends.
public interface Renewal {
    <T> T during(Lease lease, Supplier<T> work);
}
