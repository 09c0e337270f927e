package io.turnout.application.memory;

import io.turnout.application.setting.InstanceReports;
import io.turnout.application.setting.InstanceReportsContract;
import java.time.Duration;

class MemoryInstanceReportsTest extends InstanceReportsContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected InstanceReports reports() {
        return storage.memory().settings().reports();
    }

    @Override
    protected void elapse(Duration passed) {
        storage.elapse(passed);
    }
}
