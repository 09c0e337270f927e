package io.turnout.application.memory;

import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.KeyManagementContract;

class MemoryKeyManagementTest extends KeyManagementContract {
    @Override
    protected KeyManagement keyManagement() {
        return new MemoryKeyManagement();
    }
}
