package io.turnout.application.memory;

import io.turnout.application.attendeelink.LinkTokens;
import io.turnout.application.attendeelink.LinkTokensContract;

class MemoryLinkTokensTest extends LinkTokensContract {
    @Override
    protected LinkTokens tokens() {
        return new MemoryLinkTokens();
    }
}
