package io.turnout.application.delivery;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is owed to all orgs together, for whoever looks after the house. Only looked at.
public interface Arrears {
    /// The orgs that are owed anything: first those with most set aside, then those that have
    /// waited longest; at most `limit`.
    List<OfOrg> worst(int limit);

    /// What one org is owed, in numbers. `heldBack` says why nothing of it leaves, when that is so.
    record OfOrg(
            OrgId org,
            long waiting,
            long setAside,
            Optional<Instant> oldest,
            Optional<String> heldBack) {}
}
