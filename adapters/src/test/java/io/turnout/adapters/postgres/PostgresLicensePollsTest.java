package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.licensing.LicensePollsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLicensePollsTest extends LicensePollsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
