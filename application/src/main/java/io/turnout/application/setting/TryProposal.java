package io.turnout.application.setting;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.Ruling;
import io.turnout.domain.setting.Staging;
import io.turnout.domain.setting.TrialReport;
import java.util.Optional;

/// What the process of a trial does: it rehearses, and says how that went. Whoever asked reads it
/// where proposals are kept: a trial that cannot write there has failed.
public final class TryProposal {
    private static final Author TRIAL = new Author("settings:trial", "as proposed", "");

    private final Proposals proposals;
    private final Rehearsals rehearsals;

    public TryProposal(Proposals proposals, Rehearsals rehearsals) {
        this.proposals = proposals;
        this.rehearsals = rehearsals;
    }

    /// Empty where there is no such proposal.
    public Optional<TrialReport> tryOut(ProposalId id) {
        TrialReport report = rehearsals.rehearse();
        Optional<Ruling> kept =
                proposals.change(id, "trial", TRIAL, (one, _) -> Staging.report(one, report));
        return kept.map(_ -> report);
    }
}
