package io.turnout.application.setting;

import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import java.util.List;
import java.util.Optional;

/// One proposal, and what was done to it.
public final class ShowProposal {
    private final Proposals proposals;

    public ShowProposal(Proposals proposals) {
        this.proposals = proposals;
    }

    /// It, and its steps, newest first.
    public record Board(Proposal proposal, List<Proposals.Entry> history) {}

    public Optional<Board> show(ProposalId id) {
        return proposals
                .find(id)
                .map(one -> new Board(one, proposals.history(id, Proposals.HISTORY_MAX)));
    }
}
