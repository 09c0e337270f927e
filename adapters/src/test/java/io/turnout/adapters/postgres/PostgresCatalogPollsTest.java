package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.publishing.CatalogPollsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCatalogPollsTest extends CatalogPollsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
