package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.licensing.LicensesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLicensesTest extends LicensesContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }
}
