package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.erasure.ErasureWritesContract;
import org.junit.jupiter.api.AfterEach;

class PostgresErasureWritesTest extends ErasureWritesContract {
    private final PostgresStorage postgres = new PostgresStorage();

    @Override
    protected Storage storage() {
        return postgres;
    }

    @AfterEach
    void close() {
        postgres.close();
    }
}
