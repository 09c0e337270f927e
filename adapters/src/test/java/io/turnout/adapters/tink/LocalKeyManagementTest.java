package io.turnout.adapters.tink;

import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.KeyManagementContract;

class LocalKeyManagementTest extends KeyManagementContract {
    @Override
    protected KeyManagement keyManagement() {
        return new LocalKeyManagement(new byte[32]);
    }
}
