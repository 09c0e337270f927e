package io.turnout.application.memory;

import io.turnout.application.limiting.Allowances;
import io.turnout.application.limiting.AllowancesContract;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryAllowancesTest extends AllowancesContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(MemoryStorage.NOON);
    private final Allowances allowances = new MemoryAllowances(now::get);

    @Override
    protected Allowances allowances() {
        return allowances;
    }

    @Override
    protected void pass(Duration time) {
        var _ = now.updateAndGet(before -> before.plus(time));
    }
}
