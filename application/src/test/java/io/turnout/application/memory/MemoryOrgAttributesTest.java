package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.rollout.OrgAttributesContract;
import io.turnout.application.rollout.RolloutPorts;

class MemoryOrgAttributesTest extends OrgAttributesContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }

    @Override
    protected RolloutPorts ports() {
        return storage.memory().rollouts();
    }
}
