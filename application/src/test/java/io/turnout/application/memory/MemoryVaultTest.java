package io.turnout.application.memory;

import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.VaultContract;

class MemoryVaultTest extends VaultContract {
    @Override
    protected Vault vault() {
        return new MemoryVault();
    }

    @Override
    protected boolean hides() {
        return false;
    }
}
