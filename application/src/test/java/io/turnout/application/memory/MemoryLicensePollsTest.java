package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.licensing.LicensePollsContract;

class MemoryLicensePollsTest extends LicensePollsContract {
    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }
}
