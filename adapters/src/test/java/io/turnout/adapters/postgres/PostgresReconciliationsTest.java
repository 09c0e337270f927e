package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.ReconciliationsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReconciliationsTest extends ReconciliationsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
