package io.turnout.application.memory;

import io.turnout.application.flags.DefinitionsCopy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The last definitions, in memory.
public final class MemoryDefinitionsCopy implements DefinitionsCopy {
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<String> last(String environment) {
        return Optional.ofNullable(kept.get(environment));
    }

    @Override
    public void keep(String environment, String definitions) {
        var _ = kept.put(environment, definitions);
    }
}
