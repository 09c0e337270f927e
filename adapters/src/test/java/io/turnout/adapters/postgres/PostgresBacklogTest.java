package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.BacklogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresBacklogTest extends BacklogContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
