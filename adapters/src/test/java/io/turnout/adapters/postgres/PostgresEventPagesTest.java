package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.publishing.EventPagesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEventPagesTest extends EventPagesContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
