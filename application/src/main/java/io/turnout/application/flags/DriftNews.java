package io.turnout.application.flags;

import io.turnout.domain.rollout.Drift;
import java.util.List;

/// Hears what was changed by hand at the rollout server: a plan whose orgs went off is to be
/// paused, and people are to see who did what.
public interface DriftNews {
    /// No more are looked at.
    int LATEST_MAX = 100;

    /// No more are kept; the oldest go.
    int KEPT_MAX = 10_000;

    /// What it says of orgs that went off is done already: they are killed here.
    void tell(Drift drift);

    /// The latest first.
    List<Drift> latest(int limit);
}
