package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.WaitlistContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWaitlistTest extends WaitlistContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
