package io.turnout.application.scaling;

import io.turnout.domain.scaling.Decision;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What whoever looks after the fleet has to know of the looks before, and what was decided. It
/// outlives every instance, so that another goes on where one has died.
public interface ScalingWatch {
    /// So many decisions are remembered.
    int KEPT = 1_000;

    /// How it went up to now, where the last look is at least `rest` ago: of many that ask, one is
    /// answered.
    Optional<Look> due(Duration rest);

    /// A look, by the storage's clock.
    record Look(Pace pace, Instant now) {}

    /// Goes on at this pace.
    void pace(Pace pace);

    /// Remembers how the fleet stood when it was last asked for, stamped by the storage's clock, so
    /// that whoever only looks asks no cloud.
    void saw(Fleet fleet);

    /// Empty until it was seen once.
    Optional<Seen> lastSeen();

    /// A fleet, and when it stood so.
    record Seen(Fleet fleet, Instant at) {}

    /// Keeps a decision; it is stamped by the storage's clock.
    ///
    /// @param outcome what came of it, in a word or two
    void keep(Decision decision, String outcome);

    /// The newest decisions first, at most `limit`.
    List<Kept> decisions(int limit);

    /// A decision, when it was made, and what came of it.
    record Kept(Instant at, Decision decision, String outcome) {}
}
