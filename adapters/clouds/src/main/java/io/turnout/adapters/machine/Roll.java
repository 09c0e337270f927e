package io.turnout.adapters.machine;

import java.util.List;
import java.util.function.Predicate;

/// How many processes are wanted, and which run.
record Roll(int desired, List<Instance> instances) {
    Roll {
        instances = List.copyOf(instances);
    }

    /// A process, which its number alone does not tell: numbers come again.
    ///
    /// @param began in milliseconds, as the machine says
    record Instance(long pid, long began, int port, int adminPort) {}

    Roll without(Predicate<Instance> gone) {
        return new Roll(desired, instances.stream().filter(gone.negate()).toList());
    }
}
