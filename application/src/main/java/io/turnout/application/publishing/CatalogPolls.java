package io.turnout.application.publishing;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Marks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// When each org is asked what changed in it, and how far that was read. One instance asks at a
/// time.
public interface CatalogPolls {
    Duration LEASE = Duration.ofMinutes(3);

    /// Two polls that were wished for begin no sooner after each other.
    Duration SPACING = Duration.ofSeconds(10);

    /// Deleted rows are looked for so often.
    Duration SWEEP = Duration.ofHours(1);

    /// Asks this org from now on, first for all it has published. Changes nothing for one that is
    /// asked already, or is not at home here.
    void watch(OrgId org);

    /// All that the org has published shall be looked at again, soon.
    void relist(OrgId org);

    /// Takes an org whose time has come. An instance that dies gives it back when `LEASE` is
    /// over.
    Optional<Poll> take();

    /// Keeps what a poll found out and when the next one is. Ignored when the lease is no longer
    /// ours: whoever has it now reads the same again, which is harmless.
    void settle(Poll poll, Outcome outcome);

    /// How an org is being polled; empty when it is not.
    Optional<View> look(OrgId org);

    /// An org under lease: from where on to read, the writings of rows that were seen to be news
    /// already, the wish to list all that is published, if there is one, and since when deleted
    /// rows are to be looked for, when it is time for that.
    record Poll(
            OrgId org,
            long attempt,
            Marks marks,
            Set<String> seen,
            Optional<Long> listing,
            Optional<Instant> deletedSince) {
        public Poll {
            seen = Set.copyOf(seen);
        }
    }

    /// How a poll ended.
    sealed interface Outcome {
        /// All was read. `untold` says whether anything was found that no nudge had told;
        /// `relist` that everything must be listed once more.
        record Read(
                Marks marks,
                Set<String> seen,
                Optional<Instant> deletedUntil,
                boolean untold,
                boolean relist)
                implements Outcome {
            public Read {
                seen = Set.copyOf(seen);
            }
        }

        record Failed(String why) implements Outcome {}
    }

    /// For operators. `interval` is the time between the last poll and the next.
    record View(
            Duration interval,
            Instant nextAt,
            Optional<Instant> lastSuccess,
            Optional<Instant> lastNudge,
            boolean listing,
            Optional<Failure> failure) {}

    /// Why polls fail, and since when the last of them did.
    record Failure(String why, Instant at, int failures) {}
}
