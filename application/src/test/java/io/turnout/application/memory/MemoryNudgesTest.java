package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.nudging.NudgesContract;

class MemoryNudgesTest extends NudgesContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
