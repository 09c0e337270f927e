package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// An org that a wave may take: what is known of it, and what it said of the feature.
public record Candidate(OrgProfile profile, Optional<Choice> choice) {
    public OrgId org() {
        return profile.org();
    }
}
