package io.turnout.adapters.tink;

import io.turnout.application.attendeelink.LinkTokens;
import io.turnout.application.attendeelink.LinkTokensContract;
import io.turnout.application.memory.MemoryOrgKeys;

class TinkLinkTokensTest extends LinkTokensContract {
    @Override
    protected LinkTokens tokens() {
        return new TinkLinkTokens(
                new OpenKeys(new LocalKeyManagement(new byte[32]), new MemoryOrgKeys()));
    }
}
