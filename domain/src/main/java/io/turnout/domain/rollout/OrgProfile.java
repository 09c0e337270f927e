package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// What is known of an org that plans go by.
public record OrgProfile(
        OrgId org,
        Kind kind,
        Optional<ZoneId> zone,
        Optional<Label> region,
        Optional<Label> tier,
        Set<Label> tags) {
    public static final int TAGS_MAX = 20;

    /// Whose an org is.
    public enum Kind {
        CUSTOMER,
        /// The house's own, for tests. It has no night that must be waited for.
        OWN_TEST
    }

    public OrgProfile {
        tags = Set.copyOf(tags);
        if (tags.size() > TAGS_MAX) {
            throw new IllegalArgumentException("at most " + TAGS_MAX + " tags");
        }
    }

    /// Of an org of which nobody said anything yet.
    public static OrgProfile unknown(OrgId org) {
        return new OrgProfile(
                org, Kind.CUSTOMER, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }
}
