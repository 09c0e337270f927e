package io.turnout.scenario;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where a scenario runs: a house of our own, or somebody's environment.
interface Place extends AutoCloseable {
    /// The instances that take requests now, at least one. Visitors come to each in turn, as a
    /// load balancer without stickiness would send them.
    List<URI> doors();

    /// The admin port of the simulated Salesforce; empty where Salesforce cannot be looked into.
    Optional<URI> salesforce();

    /// Kills an instance (from 1), as a crash does.
    void kill(int instance);

    /// Starts a killed instance again, and returns when it takes requests.
    void start(int instance);

    @Override
    void close();

    /// Somebody's environment.
    record Target(List<URI> doors, Optional<URI> salesforce) implements Place {
        public Target {
            doors = List.copyOf(doors);
        }

        @Override
        public void kill(int instance) {
            throw cannot();
        }

        @Override
        public void start(int instance) {
            throw cannot();
        }

        private static IllegalArgumentException cannot() {
            return new IllegalArgumentException(
                    "instances of a --target are not killed: leave it out, and a house is started");
        }

        @Override
        public void close() {
            // It is not ours.
        }
    }
}
