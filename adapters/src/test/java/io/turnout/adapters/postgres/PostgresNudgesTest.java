package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.nudging.NudgesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNudgesTest extends NudgesContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
