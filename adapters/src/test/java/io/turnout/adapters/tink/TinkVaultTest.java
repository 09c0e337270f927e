package io.turnout.adapters.tink;

import io.turnout.application.memory.MemoryOrgKeys;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.VaultContract;

class TinkVaultTest extends VaultContract {
    @Override
    protected Vault vault() {
        return new TinkVault(
                new OpenKeys(new LocalKeyManagement(new byte[32]), new MemoryOrgKeys()));
    }

    @Override
    protected boolean hides() {
        return true;
    }
}
