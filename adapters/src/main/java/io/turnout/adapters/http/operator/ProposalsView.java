package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.setting.Proposal;
import java.util.List;

/// Proposals, newest first, without their histories.
public record ProposalsView(List<ProposalView> proposals) implements View {
    public static ProposalsView of(List<Proposal> proposals) {
        return new ProposalsView(
                proposals.stream().map(one -> ProposalView.of(one, List.of())).toList());
    }
}
