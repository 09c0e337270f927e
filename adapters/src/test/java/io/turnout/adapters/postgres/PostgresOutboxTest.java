package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.OutboxContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOutboxTest extends OutboxContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
