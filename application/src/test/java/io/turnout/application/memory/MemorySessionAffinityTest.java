package io.turnout.application.memory;

import io.turnout.application.scaling.SessionAffinity;
import io.turnout.application.scaling.SessionAffinityContract;
import java.util.Set;

class MemorySessionAffinityTest extends SessionAffinityContract {
    private final SessionAffinity affinity = new MemorySessionAffinity();

    @Override
    protected SessionAffinity affinity() {
        return affinity;
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of();
    }

    @Override
    protected void strike(Fault fault) {}

    @Override
    protected void heal() {}
}
