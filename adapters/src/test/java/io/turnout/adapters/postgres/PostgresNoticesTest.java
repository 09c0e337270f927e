package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.retention.NoticesContract;
import org.junit.jupiter.api.AfterEach;

class PostgresNoticesTest extends NoticesContract {
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
