package io.turnout.adapters.postgres;

import io.turnout.application.connection.SchemaChecksContract;
import io.turnout.application.contract.Storage;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSchemaChecksTest extends SchemaChecksContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
