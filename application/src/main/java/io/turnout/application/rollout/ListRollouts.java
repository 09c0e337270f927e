package io.turnout.application.rollout;

import io.turnout.domain.rollout.Rollout;
import java.util.List;

/// Plans, newest first.
public final class ListRollouts {
    private final Rollouts rollouts;

    public ListRollouts(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    public List<Rollout> list(Rollouts.Query query) {
        return rollouts.list(query);
    }
}
