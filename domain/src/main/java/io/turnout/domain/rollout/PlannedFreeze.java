package io.turnout.domain.rollout;

import java.util.Optional;

/// A freeze, and whom it is for.
public record PlannedFreeze(FreezeId id, Freeze freeze, Selection whom) {
    /// Whoever opted out of a feature is frozen with the others.
    public boolean isFor(OrgProfile profile) {
        return whom.fit(new Candidate(profile, Optional.empty())).isIn();
    }
}
