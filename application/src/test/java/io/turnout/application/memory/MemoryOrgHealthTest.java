package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.rollout.OrgHealth;
import io.turnout.application.rollout.OrgHealthContract;
import java.time.Instant;

class MemoryOrgHealthTest extends OrgHealthContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }

    @Override
    protected OrgHealth health() {
        return storage.memory().rollouts().health();
    }

    @Override
    protected Instant now() {
        return MemoryStorage.NOON;
    }
}
