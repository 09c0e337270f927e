package io.turnout.application.flags;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import java.util.List;

/// What tests say about flags.
public record Said(FlagOverlay overlay) {
    private static final Author ANN = new Author("op-1", "a try", "r-1");

    public void allowed(Flag flag, OrgId org) {
        say(new FlagChange.Allow(flag, Audience.of(org)));
    }

    public void withdrawn(Flag flag, OrgId org) {
        say(new FlagChange.Withdraw(flag, Audience.of(org)));
    }

    public void killed(Flag flag, OrgId org) {
        say(new FlagChange.Kill(flag, Audience.of(org)));
    }

    public void lifted(Flag flag, OrgId org) {
        say(new FlagChange.Lift(flag, Audience.of(org)));
    }

    public void say(FlagChange... changes) {
        var _ = overlay.change(List.of(changes), ANN);
    }
}
