package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.RegistrationBookContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRegistrationBookTest extends RegistrationBookContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
