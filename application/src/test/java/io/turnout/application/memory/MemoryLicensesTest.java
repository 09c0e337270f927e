package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.licensing.LicensesContract;

class MemoryLicensesTest extends LicensesContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
