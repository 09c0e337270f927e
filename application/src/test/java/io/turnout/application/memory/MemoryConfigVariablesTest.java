package io.turnout.application.memory;

import io.turnout.application.setting.ConfigVariables;
import io.turnout.application.setting.ConfigVariablesContract;
import java.time.Instant;
import java.util.Set;

class MemoryConfigVariablesTest extends ConfigVariablesContract {
    private final ConfigVariables variables = new MemoryConfigVariables(() -> Instant.EPOCH);

    @Override
    protected ConfigVariables variables() {
        return variables;
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
