package io.turnout.application.setting;

import io.turnout.domain.cloud.Failure;
import io.turnout.domain.setting.ProposalId;
import java.util.Map;
import java.util.Optional;

/// Processes that are started with other variables than the rest. Every call answers within seconds
/// and may be repeated.
public interface TrialInstances {
    /// Starts a process that no visitor is sent to, with these variables beside its usual ones. It
    /// tries the proposal, reports to the storage and ends by itself. Empty: it was started.
    Optional<Failure> start(ProposalId proposal, Map<String, String> variables);

    /// Whether what was started here for it has ended by now, or was ended: whatever it had to say
    /// it has said. Never where nothing was started here, since nobody knows then.
    boolean isOver(ProposalId proposal);

    /// Sees to it that one instance more serves visitors, with these variables. How many do: none
    /// where the cloud changes all at once.
    int join(ProposalId proposal, Map<String, String> variables);

    /// Ends whatever this instance started for any other proposal, or for any.
    void endOthers(Optional<ProposalId> but);

    /// Replaces, one after another, those that run with older variables, where the cloud does not
    /// by itself.
    void renew();
}
