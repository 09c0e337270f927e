package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.SeatCountsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSeatCountsTest extends SeatCountsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
