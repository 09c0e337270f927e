package io.turnout.application.setting;

import io.turnout.domain.setting.Proposal;
import java.util.List;

/// Proposals, newest first.
public final class ListProposals {
    private final Proposals proposals;

    public ListProposals(Proposals proposals) {
        this.proposals = proposals;
    }

    public List<Proposal> list() {
        return proposals.list(Proposals.PAGE_MAX);
    }
}
