package io.turnout.application.memory;

import io.turnout.application.connection.SchemaChecksContract;
import io.turnout.application.contract.Storage;

class MemorySchemaChecksTest extends SchemaChecksContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
