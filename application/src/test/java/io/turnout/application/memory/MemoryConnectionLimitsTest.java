package io.turnout.application.memory;

import io.turnout.application.scaling.ConnectionLimits;
import io.turnout.application.scaling.ConnectionLimitsContract;
import io.turnout.domain.scaling.ConnectionRoom;

class MemoryConnectionLimitsTest extends ConnectionLimitsContract {
    private final MemoryConnectionLimits limits = new MemoryConnectionLimits();

    @Override
    protected ConnectionLimits limits() {
        limits.allow(new ConnectionRoom(allowed(), 3, EACH));
        return limits;
    }

    @Override
    protected int allowed() {
        return 100;
    }
}
