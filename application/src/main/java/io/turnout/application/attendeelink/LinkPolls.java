package io.turnout.application.attendeelink;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When each org is asked whom it invited, and how far that was read. One instance asks at a time.
public interface LinkPolls {
    Duration LEASE = Duration.ofMinutes(3);

    /// Two rounds that were wished for begin no sooner after each other.
    Duration SPACING = Duration.ofSeconds(2);

    /// Asks this org from now on. Changes nothing for one that is asked already, or is not at home
    /// here.
    void watch(OrgId org);

    /// Takes an org whose time has come, or that nudged. An instance that dies gives it back when
    /// `LEASE` is over.
    Optional<Poll> take();

    /// Keeps the links that were made, and that their orgs are owed the addresses, with how far
    /// this came: all of it or nothing. A link that is kept stays as it is, unless the org was told
    /// of it before the poll began and shows none all the same: then it is kept anew, and told
    /// again. Nobody who was forgotten gets another. Ignored when the lease is no longer ours:
    /// whoever has it now reads the same again, which is harmless.
    void settle(Poll poll, Outcome outcome);

    /// How an org is being asked; empty when it is not.
    Optional<View> look(OrgId org);

    /// An org under lease, and after whom to go on.
    record Poll(OrgId org, long attempt, Optional<InviteeId> after) {}

    /// A link for whoever an org has a record of.
    record Minted(InviteeId record, SealedLink link) {}

    /// How a turn ended.
    sealed interface Outcome {
        /// `next` is after whom to go on; empty when the round is over.
        record Read(List<Minted> minted, int unusable, Optional<InviteeId> next)
                implements Outcome {
            public Read {
                minted = List.copyOf(minted);
            }
        }

        /// The org wants no links.
        record Unwanted(String why) implements Outcome {}

        record Failed(String why) implements Outcome {}
    }

    /// For operators. `unusable` are those of the last whole round who can have no link; `trouble`
    /// says why nothing was read last time.
    record View(
            Instant nextAt,
            Optional<Instant> lastSuccess,
            Optional<Instant> lastNudge,
            long unusable,
            Optional<String> trouble) {}
}
