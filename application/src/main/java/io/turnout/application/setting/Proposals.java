package io.turnout.application.setting;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Proposals to change settings, and what was done to each. Secrets are in none of them.
public interface Proposals {
    /// How many are listed at once at most.
    int PAGE_MAX = 50;

    /// How many entries of a history are read at once at most.
    int HISTORY_MAX = 100;

    /// One that was just looked at rests for so long, so that one instance at a time drives it.
    Duration REST = Duration.ofSeconds(2);

    /// Keeps a new one, as checked.
    Proposal add(ProposalId id, Proposal.Terms terms, Author author);

    Optional<Proposal> find(ProposalId id);

    /// Newest first.
    List<Proposal> list(int limit);

    /// Lets `rule` decide about a proposal as it stands and the time by the storage's clock. What
    /// it takes is kept together with its history and the audit trail, all of it or none; steps
    /// come one after another. One change at a time is under way: to begin a second is refused as
    /// not now. Empty where there is no such proposal.
    Optional<Ruling> change(
            ProposalId id, String verb, Author author, BiFunction<Proposal, Instant, Ruling> rule);

    /// The change that is under way, or else the first that may begin, if nobody has looked at it
    /// for `REST`. An instance that dies then has done no harm: another is handed it.
    Optional<ProposalId> due();

    /// What was done to a proposal, newest first.
    List<Entry> history(ProposalId id, int limit);

    /// One step.
    record Entry(
            long version, Instant at, String actor, String verb, ChangeStage stage, String note) {}
}
