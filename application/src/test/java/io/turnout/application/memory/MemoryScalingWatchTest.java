package io.turnout.application.memory;

import io.turnout.application.scaling.ScalingWatch;
import io.turnout.application.scaling.ScalingWatchContract;
import java.time.Duration;

class MemoryScalingWatchTest extends ScalingWatchContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected ScalingWatch watch() {
        return storage.memory().scaling().watch();
    }

    @Override
    protected void elapse(Duration passed) {
        storage.elapse(passed);
    }
}
