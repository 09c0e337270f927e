package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.Optional;

/// A wave and how far it is.
///
/// @param since when it came to that; empty before it begins
/// @param enteredAt when its first org could be switched
public record Wave(
        WaveTerms terms, WaveState state, Optional<Instant> since, Optional<Instant> enteredAt) {
    static Wave planned(WaveTerms terms) {
        return new Wave(terms, WaveState.PLANNED, Optional.empty(), Optional.empty());
    }

    Wave to(WaveState next, Instant now) {
        Optional<Instant> entered = next == WaveState.ENABLING ? Optional.of(now) : enteredAt;
        return new Wave(terms, next, Optional.of(now), entered);
    }
}
