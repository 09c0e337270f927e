package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.TicketsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two instances on one database.
class PostgresTicketsTest extends TicketsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = PostgresStorage.twice();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
