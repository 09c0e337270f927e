package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.OutboxSettlementContract;

class MemoryOutboxSettlementTest extends OutboxSettlementContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
