package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.CallBudgetContract;

class MemoryCallBudgetTest extends CallBudgetContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
