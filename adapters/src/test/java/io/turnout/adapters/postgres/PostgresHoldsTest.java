package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.HoldsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresHoldsTest extends HoldsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
