package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.OwedLinksContract;
import io.turnout.application.contract.Storage;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOwedLinksTest extends OwedLinksContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
