package io.turnout.config;

import io.turnout.adapters.http.crossing.CrossingPorts;
import io.turnout.application.Ports;
import io.turnout.application.UseCases;
import java.util.List;
import java.util.Optional;

/// What was wired: the ports, what can be asked of them, and what must be started before the
/// first visitor and stopped after the last, in this order and the reverse.
///
/// @param crossing how requests go on to other stacks, where there are any
public record House(
        Ports ports, UseCases useCases, List<Part> parts, Optional<CrossingPorts> crossing) {
    public House {
        parts = List.copyOf(parts);
    }

    /// A stack that is alone.
    public House(Ports ports, UseCases useCases, List<Part> parts) {
        this(ports, useCases, parts, Optional.empty());
    }

    /// A thing with threads or connections. `health` throws when the house could not complete a
    /// registration because of it.
    public interface Part {
        default void start() {}

        default void stop() {}

        default void health() {}

        /// What whoever looks at health should know, though registrations go on.
        default Optional<String> remark() {
            return Optional.empty();
        }
    }
}
