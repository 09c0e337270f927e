package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Arrears;
import io.turnout.application.delivery.ArrearsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresArrearsTest extends ArrearsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Override
    protected Arrears arrears() {
        return new PostgresArrears(POSTGRES.gate());
    }
}
