package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.RecentUploadsContract;
import io.turnout.application.contract.Storage;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRecentUploadsTest extends RecentUploadsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
