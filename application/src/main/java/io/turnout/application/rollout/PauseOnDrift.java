package io.turnout.application.rollout;

import io.turnout.application.flags.DriftNews;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Drift;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Stage;
import io.turnout.domain.rollout.Steering;
import java.util.List;
import java.util.Optional;

/// Pauses the plans of a flag that somebody switched off by hand at the rollout server, for all or
/// for some: nobody more is switched until a person here has looked at it. What was switched on
/// there took no effect, and pauses nothing.
public record PauseOnDrift(Rollouts rollouts, DriftNews news) implements DriftNews {
    @Override
    public void tell(Drift drift) {
        if (drift.off().isPresent()) {
            Author author =
                    new Author(
                            "unleash:" + drift.author(),
                            "switched off at the rollout server",
                            "none");
            for (Rollout running : running(drift)) {
                var _ =
                        rollouts.change(
                                running.plan().id(),
                                new Rollouts.Deed("pause", author),
                                (rollout, _) -> Steering.pause(rollout));
            }
        }
        news.tell(drift);
    }

    private List<Rollout> running(Drift drift) {
        return rollouts.list(Rollouts.Query.of(drift.flag(), Optional.of(Stage.RUNNING)));
    }

    @Override
    public List<Drift> latest(int limit) {
        return news.latest(limit);
    }
}
