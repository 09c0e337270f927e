package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.publishing.RefreshesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRefreshesTest extends RefreshesContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
