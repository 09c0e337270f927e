package io.turnout.application.memory;

import io.turnout.application.privacy.ManageTokens;
import io.turnout.application.privacy.ManageTokensContract;

class MemoryManageTokensTest extends ManageTokensContract {
    @Override
    protected ManageTokens tokens() {
        return new MemoryManageTokens();
    }
}
