package io.turnout.application.licensing;

import io.turnout.domain.licensing.Issued;
import io.turnout.domain.licensing.License;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The local copy of who may hold live events (B7). It knows no person (B8).
public interface Licenses {
    /// A confirmation that changes nothing else is written again only after so long.
    Duration CONFIRMED_EVERY = Duration.ofMinutes(10);

    Optional<License> find(OrgId org);

    /// Keeps the org's licence in place of any earlier one, as granted by hand; decisions from
    /// then on heed it.
    void keep(License license);

    /// Keeps what the source says at this moment, at most one licence an org, in place of any
    /// earlier one. Orgs that are not at home here are left out. What the source said of a
    /// licence before its last word on it changes nothing.
    void confirm(List<Issued> issued);

    /// All licences by org, those after `after`, at most `limit`.
    List<Aged> page(Optional<OrgId> after, int limit);

    /// A licence, and how old the word of its source is; granted by hand, it has no age.
    record Aged(License license, Optional<Duration> age, Optional<Instant> changedAt) {}
}
