package io.turnout.application.memory;

import io.turnout.application.relocation.Relocations;
import io.turnout.application.relocation.RelocationsContract;
import java.time.Instant;

class MemoryRelocationsTest extends RelocationsContract {
    private final MemoryRelocations relocations =
            new MemoryRelocations(() -> Instant.parse("2026-11-22T12:00:00Z"));

    @Override
    protected Relocations relocations() {
        return relocations;
    }
}
