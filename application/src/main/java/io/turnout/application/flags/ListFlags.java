package io.turnout.application.flags;

import io.turnout.domain.rollout.Flag;
import java.util.List;
import java.util.Optional;

/// Every flag there is.
public final class ListFlags {
    private final FlagPorts ports;

    public ListFlags(FlagPorts ports) {
        this.ports = ports;
    }

    public Known list() {
        return new Known(ports.known());
    }

    /// All of them.
    public record Known(List<Flag> flags) {
        public Known {
            flags = List.copyOf(flags);
        }

        /// Empty where none is called so.
        public Optional<Flag> of(String key) {
            return flags.stream().filter(flag -> flag.key().equals(key)).findFirst();
        }
    }
}
