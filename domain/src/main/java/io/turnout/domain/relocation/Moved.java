package io.turnout.domain.relocation;

import java.time.Duration;
import java.util.Optional;

/// How a move ended.
public sealed interface Moved {
    /// The org is at home there.
    ///
    /// @param active whether the other stack knows it already; if not, its first visitor tells it
    /// @param pause for how long nobody could write, as far as the mover knows
    /// @param compared how many rows were compared while nobody could
    /// @param proof what was compared before; empty where the mover that did it died
    record There(Home home, boolean active, Duration pause, int compared, Optional<Proof> proof)
            implements Moved {}

    /// Nothing happened.
    ///
    /// @param detail which table, where one is named
    record Stayed(Stay why, String detail) implements Moved {}
}
