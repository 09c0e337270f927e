package io.turnout.adapters.aws;

import io.turnout.application.setting.TrialInstances;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.setting.ProposalId;
import java.util.Map;
import java.util.Optional;

/// Trials beside a task, and tasks that are replaced by a new deployment: asked for here where the
/// change itself could not, or where whoever made it died before it asked.
public final class EcsTrialInstances implements TrialInstances {
    private final TrialInstances beside;
    private final EcsService tasks;

    /// @param beside starts trials, as processes of this task
    public EcsTrialInstances(TrialInstances beside, EcsService tasks) {
        this.beside = beside;
        this.tasks = tasks;
    }

    @Override
    public Optional<Failure> start(ProposalId proposal, Map<String, String> variables) {
        return beside.start(proposal, variables);
    }

    @Override
    public boolean isOver(ProposalId proposal) {
        return beside.isOver(proposal);
    }

    /// None: a task with other variables than the rest would need a definition of its own.
    @Override
    public int join(ProposalId proposal, Map<String, String> variables) {
        return 0;
    }

    @Override
    public void endOthers(Optional<ProposalId> but) {
        beside.endOthers(but);
    }

    /// What AWS refuses now counts for whoever starts next; the change is watched all the same.
    @Override
    public void renew() {
        var _ = tasks.deploy();
    }
}
