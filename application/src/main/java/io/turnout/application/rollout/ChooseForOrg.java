package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Progressing;
import io.turnout.domain.rollout.Rollout;
import java.util.Optional;
import java.util.Set;

/// An org's administrator says of a feature: early, please, or not for us, or says no longer
/// anything. Who had it and wants it no more loses it at once; no plan takes it in again.
public final class ChooseForOrg {
    private final RolloutPorts ports;

    public ChooseForOrg(RolloutPorts ports) {
        this.ports = ports;
    }

    /// False where the org is not at home here.
    public boolean choose(Flag flag, OrgId org, Optional<Choice> choice, Author author) {
        if (ports.profiles().find(org).isEmpty()) {
            return false;
        }
        choice.ifPresentOrElse(
                said -> ports.choices().choose(flag, org, said, author),
                () -> ports.choices().forget(flag, org));
        if (choice.filter(Choice.OUT::equals).isPresent()) {
            letGo(flag, org, author);
        }
        return true;
    }

    private void letGo(Flag flag, OrgId org, Author author) {
        Rollouts.Query newest =
                new Rollouts.Query(
                        Optional.of(flag), Optional.empty(), Optional.empty(), Rollouts.PAGE_MAX);
        for (Rollout rollout : ports.rollouts().list(newest)) {
            if (rollout.members().containsKey(org)) {
                var _ =
                        ports.rollouts()
                                .change(
                                        rollout.plan().id(),
                                        new Rollouts.Deed("opt out", author),
                                        (at, now) -> Progressing.optedOut(at, Set.of(org), now));
            }
        }
        var _ = ports.overlay().refresh();
    }
}
