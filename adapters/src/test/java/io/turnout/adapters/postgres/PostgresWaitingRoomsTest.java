package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.waitingroom.WaitingRoomsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two instances on one database: whoever asks is on the next one.
class PostgresWaitingRoomsTest extends WaitingRoomsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = PostgresStorage.twice();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
