package io.turnout.scenario;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a scenario runs: a house of our own, or somebody's environment.
interface Place extends AutoCloseable {
    /// The instances that take requests now, at least one. Visitors come to each in turn, as a
    /// load balancer without stickiness would send them.
    List<URI> doors();

    /// The admin port of the simulated Salesforce; empty where Salesforce cannot be looked into.
    Optional<URI> salesforce();

    /// What a webhook of an org is signed with; empty where nobody has told it.
    Optional<String> webhookSecret(String org);

    /// How many instances a house of our own wanted and had that starts them by itself; nothing
    /// where it does not.
    default List<OwnFleet.Sample> fleet() {
        return List.of();
    }

    /// The stacks of a house of our own; empty where it is somebody else's.
    default Optional<OwnStacks> stacks() {
        return Optional.empty();
    }

    /// What the storage of our own house holds of an event; empty where it is somebody else's.
    Optional<Books> books(String org, String event);

    /// People of an event as they stand in the storage, those that are owed to Salesforce or were
    /// sent there, and the seats that are taken.
    record Books(long attendees, long owed, long taken) {}

    /// Kills an instance (from 1), as a crash does.
    void kill(int instance);

    /// Tells an instance to stop, as a deployment does, and returns when it is gone. Nobody new is
    /// sent there.
    void stop(int instance);

    /// Starts an instance again, and returns when it takes requests.
    void start(int instance);

    @Override
    void close();

    /// Somebody's environment.
    record Target(List<URI> doors, Optional<URI> salesforce, Map<String, String> secrets)
            implements Place {
        public Target {
            doors = List.copyOf(doors);
            secrets = Map.copyOf(secrets);
        }

        @Override
        public Optional<String> webhookSecret(String org) {
            return Optional.ofNullable(secrets.get(org));
        }

        @Override
        public Optional<Books> books(String org, String event) {
            return Optional.empty();
        }

        @Override
        public void stop(int instance) {
            throw cannot();
        }

        /// Without its secrets.
        @Override
        public String toString() {
            return doors.toString();
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
