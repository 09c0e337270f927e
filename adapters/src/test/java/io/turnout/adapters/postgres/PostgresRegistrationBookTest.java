package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.RegistrationBookContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresRegistrationBookTest extends RegistrationBookContract {
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
