package io.turnout.adapters.bucket4j;

import io.github.bucket4j.TimeMeter;
import io.turnout.application.limiting.Allowances;
import io.turnout.application.limiting.AllowancesContract;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class Bucket4jAllowancesTest extends AllowancesContract {
    private final AtomicLong now = new AtomicLong();
    private final Allowances allowances = new Bucket4jAllowances(new Hand());

    @Override
    protected Allowances allowances() {
        return allowances;
    }

    @Override
    protected void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /// Time that is moved by hand.
    private final class Hand implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
