package io.turnout.application.memory;

import io.turnout.application.scaling.InstanceLoads;
import io.turnout.application.scaling.InstanceLoadsContract;
import java.time.Duration;

class MemoryInstanceLoadsTest extends InstanceLoadsContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected InstanceLoads loads() {
        return storage.memory().scaling().loads();
    }

    @Override
    protected void elapse(Duration passed) {
        storage.elapse(passed);
    }
}
