package io.turnout.domain.setting;

import io.turnout.domain.rollout.Refusal;
import io.turnout.domain.rollout.Review;
import java.time.Instant;
import java.util.Optional;

/// What people do to a proposal: somebody else approves it, somebody confirms it, anybody who may
/// propose takes it back.
public final class Judging {
    private Judging() {}

    public static Ruling approve(
            Proposal proposal, long version, String actor, String comment, Instant now) {
        return refusal(proposal, version, actor)
                .<Ruling>map(Ruling.Refused::new)
                .orElseGet(
                        () ->
                                proposal.with(
                                        new Review.Approved(
                                                proposal.review().authors(), actor, now, comment)));
    }

    public static Ruling decline(
            Proposal proposal, long version, String actor, String comment, Instant now) {
        return refusal(proposal, version, actor)
                .<Ruling>map(Ruling.Refused::new)
                .orElseGet(
                        () ->
                                proposal.with(
                                        proposal.progress()
                                                .to(ChangeStage.REJECTED, now, "declined")));
    }

    private static Optional<Refusal> refusal(Proposal proposal, long version, String actor) {
        if (proposal.version() != version) {
            return Optional.of(Refusal.VERSION_CONFLICT);
        }
        return proposal.stage() == ChangeStage.CHECKED
                ? proposal.review().refusalOf(actor)
                : Optional.of(Refusal.NOT_NOW);
    }

    /// It is good. What was urgent needs somebody else to say so.
    public static Ruling confirm(Proposal proposal, String actor, Instant now) {
        if (proposal.stage() == ChangeStage.CONFIRMED) {
            return new Ruling.Nothing();
        }
        if (proposal.stage() != ChangeStage.WATCHING) {
            return new Ruling.Refused(Refusal.NOT_NOW);
        }
        boolean own = proposal.review().authors().contains(actor);
        return own && proposal.terms().kind() == Proposal.Kind.URGENT
                ? new Ruling.Refused(Refusal.OWN_WORK)
                : proposal.with(proposal.progress().to(ChangeStage.CONFIRMED, now, "by " + actor));
    }

    /// Back, wherever it is. Needs no approval.
    public static Ruling takeBack(Proposal proposal, String actor, Instant now) {
        return switch (proposal.stage()) {
            case CHECKED, TRIAL, CANARY ->
                    proposal.with(
                            proposal.progress().to(ChangeStage.WITHDRAWN, now, "by " + actor));
            case ALL, WATCHING ->
                    proposal.with(
                            proposal.progress().to(ChangeStage.REVERTING, now, "by " + actor));
            case REVERTING, REVERTED, REJECTED, WITHDRAWN -> new Ruling.Nothing();
            case CONFIRMED -> new Ruling.Refused(Refusal.NOT_NOW);
        };
    }
}
