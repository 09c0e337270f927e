package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.ReconciliationsContract;

class MemoryReconciliationsTest extends ReconciliationsContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
