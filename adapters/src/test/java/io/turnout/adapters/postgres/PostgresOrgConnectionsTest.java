package io.turnout.adapters.postgres;

import io.turnout.application.connection.OrgConnectionsContract;
import io.turnout.application.contract.Storage;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOrgConnectionsTest extends OrgConnectionsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
