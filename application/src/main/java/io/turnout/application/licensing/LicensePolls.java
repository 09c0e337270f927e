package io.turnout.application.licensing;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When the vendor's own org is asked for its licences. One instance asks at a time.
public interface LicensePolls {
    Duration LEASE = Duration.ofMinutes(3);

    /// Two polls that were wished for begin no sooner after each other.
    Duration SPACING = Duration.ofSeconds(2);

    /// Asks this org from now on, when it is at home here.
    void watch(OrgId vendor);

    /// Takes a vendor that was not asked for so long, or that nudged.
    Optional<Poll> take(Duration every);

    /// Keeps how it ended; `failure` says why nothing was learned. Ignored when the lease is no
    /// longer ours.
    void settle(Poll poll, Optional<String> failure);

    /// How the sources fare.
    List<View> look();

    /// A vendor under lease; `wish` is the newest nudge that this poll heeds.
    record Poll(OrgId vendor, long attempt, long wish) {}

    /// For operators.
    record View(
            OrgId vendor,
            Optional<Instant> lastSuccess,
            Optional<Instant> lastFailure,
            Optional<String> failure) {}
}
