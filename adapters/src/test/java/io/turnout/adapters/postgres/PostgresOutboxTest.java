package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.OutboxContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresOutboxTest extends OutboxContract {
    private static PostgresStorage postgres;

    @BeforeAll
    static void open() {
        postgres = new PostgresStorage();
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Override
    protected Storage storage() {
        return postgres;
    }
}
