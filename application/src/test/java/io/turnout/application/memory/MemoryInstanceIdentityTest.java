package io.turnout.application.memory;

import io.turnout.application.cloud.InstanceIdentity;
import io.turnout.application.cloud.InstanceIdentityContract;
import io.turnout.domain.cloud.Identity;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class MemoryInstanceIdentityTest extends InstanceIdentityContract {
    private final AtomicInteger booted = new AtomicInteger();

    @Override
    protected InstanceIdentity booted() {
        return new MemoryInstanceIdentity(
                new Identity("here-" + booted.incrementAndGet(), Optional.empty()));
    }
}
