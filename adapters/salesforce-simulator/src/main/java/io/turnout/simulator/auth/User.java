package io.turnout.simulator.auth;

import io.turnout.simulator.schema.RecordId;

/// A user, known to every org of the simulator. An app is approved for all of them.
public record User(String username, String password) {
    /// The same person has the same id in every run.
    public String id() {
        long number = Integer.toUnsignedLong(username.hashCode()) % 1_000_000_000L + 1;
        return RecordId.of("005", number);
    }

    @Override
    public String toString() {
        return "User[" + username + "]";
    }
}
