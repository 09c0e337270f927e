package io.turnout.application.memory;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.application.rollout.Rollouts;
import io.turnout.application.rollout.RolloutsContract;
import java.time.Duration;

class MemoryRolloutsTest extends RolloutsContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Rollouts rollouts() {
        return storage.memory().rollouts().rollouts();
    }

    @Override
    protected FlagOverlay overlay() {
        return storage.memory().flags().overlay();
    }

    @Override
    protected AuditTrail trail() {
        return storage.memory().audit();
    }

    @Override
    protected void elapse(Duration passed) {
        storage.elapse(passed);
    }
}
