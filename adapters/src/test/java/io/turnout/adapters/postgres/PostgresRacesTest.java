package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.registration.RacesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Two instances on one database.
class PostgresRacesTest extends RacesContract {
    private static PostgresStorage postgres;

    @BeforeAll
    static void open() {
        String url = PostgresServer.freshUrl();
        postgres =
                new PostgresStorage(
                        AdmissionSettings.USUAL,
                        PostgresServer.connect(url),
                        PostgresServer.connect(url));
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
