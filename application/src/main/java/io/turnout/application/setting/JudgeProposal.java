package io.turnout.application.setting;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.Judging;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Ruling;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Somebody approves a proposal, declines it, confirms it or takes it back.
public final class JudgeProposal {
    private final Proposals proposals;

    public JudgeProposal(Proposals proposals) {
        this.proposals = proposals;
    }

    /// What can be said to a proposal.
    public enum Verdict {
        APPROVE,
        DECLINE,
        CONFIRM,
        REVERT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// `version` is the one that was seen; it matters to an approval. Empty where there is no such
    /// proposal.
    public Optional<Ruling> judge(ProposalId id, Verdict verdict, long version, Author author) {
        return proposals.change(
                id,
                verdict.word(),
                author,
                (proposal, now) -> ruling(proposal, verdict, version, author, now));
    }

    private static Ruling ruling(
            Proposal proposal, Verdict verdict, long version, Author author, Instant now) {
        String actor = author.actor();
        return switch (verdict) {
            case APPROVE -> Judging.approve(proposal, version, actor, author.reason(), now);
            case DECLINE -> Judging.decline(proposal, version, actor, author.reason(), now);
            case CONFIRM -> Judging.confirm(proposal, actor, now);
            case REVERT -> Judging.takeBack(proposal, actor, now);
        };
    }
}
