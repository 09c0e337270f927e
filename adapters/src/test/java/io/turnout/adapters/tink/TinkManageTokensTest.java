package io.turnout.adapters.tink;

import io.turnout.application.memory.MemoryOrgKeys;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.application.privacy.ManageTokensContract;

class TinkManageTokensTest extends ManageTokensContract {
    @Override
    protected ManageTokens tokens() {
        return new TinkManageTokens(
                new OpenKeys(new LocalKeyManagement(new byte[32]), new MemoryOrgKeys()));
    }
}
