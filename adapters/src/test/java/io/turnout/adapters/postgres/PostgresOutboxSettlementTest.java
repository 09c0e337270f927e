package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.OutboxSettlementContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOutboxSettlementTest extends OutboxSettlementContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
