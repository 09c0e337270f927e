package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.LinkPollsContract;
import io.turnout.application.contract.Storage;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLinkPollsTest extends LinkPollsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
