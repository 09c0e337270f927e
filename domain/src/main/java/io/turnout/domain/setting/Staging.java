package io.turnout.domain.setting;

import io.turnout.domain.rollout.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a change goes on by itself, one step at a time. Nothing here waits: whoever drives it may
/// die after any step, and another goes on.
public final class Staging {
    private static final Duration NONE = Duration.ZERO;

    private Staging() {}

    /// Its turn has come. A restoring is applied at once.
    public static Ruling begin(Proposal proposal, TrialReport own, Fare fare, Instant now) {
        if (!proposal.mayBegin()) {
            return new Ruling.Refused(Refusal.NOT_NOW);
        }
        Proposal.Progress begun = proposal.progress().begun(own, fare, now);
        return proposal.terms().kind() == Proposal.Kind.RESTORE
                ? proposal.with(begun.to(ChangeStage.ALL, now, "back to what was confirmed"))
                : proposal.with(begun);
    }

    /// What the process of a trial says of itself, once.
    public static Ruling report(Proposal proposal, TrialReport report) {
        return proposal.stage() == ChangeStage.TRIAL && proposal.progress().trial().isEmpty()
                ? proposal.with(proposal.progress().tried(report))
                : new Ruling.Nothing();
    }

    /// From the trial to one instance, or to nobody. Where it `isOver`, it says nothing any more.
    public static Ruling afterTrial(
            Proposal proposal, boolean isOver, ChangeRule rule, Instant now) {
        Proposal.Progress at = proposal.progress();
        if (at.stage() != ChangeStage.TRIAL) {
            return new Ruling.Nothing();
        }
        if (at.trial().isEmpty()) {
            if (isOver) {
                return rejected(proposal, "the trial ended without a word", now);
            }
            return now.isBefore(at.since().plus(rule.trial()))
                    ? new Ruling.Nothing()
                    : rejected(proposal, "the trial said nothing in time", now);
        }
        Optional<String> fault = rule.fault(at.trial().get(), at.now().orElseThrow());
        return fault.map(why -> rejected(proposal, why, now))
                .orElseGet(
                        () -> proposal.with(at.to(ChangeStage.CANARY, now, "the trial was good")));
    }

    public static Ruling rejected(Proposal proposal, String why, Instant now) {
        return proposal.stage() == ChangeStage.REJECTED
                ? new Ruling.Nothing()
                : proposal.with(proposal.progress().to(ChangeStage.REJECTED, now, why));
    }

    /// From one instance to all, or to none. `canaries` instances are more than before.
    public static Ruling afterCanary(
            Proposal proposal, Fare fare, int canaries, ChangeRule rule, Instant now) {
        Proposal.Progress at = proposal.progress();
        if (at.stage() != ChangeStage.CANARY) {
            return new Ruling.Nothing();
        }
        boolean over = !now.isBefore(at.since().plus(canaries == 0 ? NONE : rule.canary()));
        Fare before = at.before().orElseThrow();
        Fare wanted =
                new Fare(
                        before.instances() + canaries,
                        before.unwell(),
                        before.failures(),
                        before.p99Millis());
        Optional<String> fault = rule.fault(fare, wanted, over);
        if (fault.isPresent()) {
            return rejected(proposal, "one instance: " + fault.get(), now);
        }
        return over
                ? proposal.with(at.to(ChangeStage.ALL, now, "one instance was good"))
                : new Ruling.Nothing();
    }

    /// The cloud has it, as this version.
    public static Ruling applied(Proposal proposal, long version, ChangeRule rule, Instant now) {
        if (proposal.stage() != ChangeStage.ALL) {
            return new Ruling.Nothing();
        }
        boolean urgent = proposal.terms().kind() == Proposal.Kind.URGENT;
        Instant until = now.plus(urgent ? rule.second() : rule.confirm());
        return proposal.with(proposal.progress().everywhere(version, now, until));
    }

    /// Stays, or is taken back: because instances do worse, or because nobody confirmed it. A
    /// restoring needs nobody: it was confirmed when it was new.
    public static Ruling watched(Proposal proposal, Fare fare, ChangeRule rule, Instant now) {
        Proposal.Progress at = proposal.progress();
        if (at.stage() != ChangeStage.WATCHING) {
            return new Ruling.Nothing();
        }
        boolean settled = !now.isBefore(at.since().plus(rule.grace()));
        if (proposal.terms().kind() == Proposal.Kind.RESTORE) {
            return settled
                    ? proposal.with(at.to(ChangeStage.CONFIRMED, now, "restored"))
                    : new Ruling.Nothing();
        }
        Optional<String> fault = rule.fault(fare, at.before().orElseThrow(), settled);
        if (fault.isPresent()) {
            return proposal.with(at.to(ChangeStage.REVERTING, now, fault.get()));
        }
        return now.isBefore(at.confirmBy().orElseThrow())
                ? new Ruling.Nothing()
                : proposal.with(at.to(ChangeStage.REVERTING, now, "nobody confirmed it in time"));
    }

    /// What the cloud has is as it was.
    public static Ruling reverted(Proposal proposal, Instant now) {
        return proposal.stage() == ChangeStage.REVERTING
                ? proposal.with(
                        proposal.progress()
                                .to(ChangeStage.REVERTED, now, proposal.progress().note()))
                : new Ruling.Nothing();
    }
}
