package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.erasure.ErasuresContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/// On two instances.
class PostgresErasuresTest extends ErasuresContract {
    @RegisterExtension static final PostgresStorage POSTGRES = PostgresStorage.twice();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
