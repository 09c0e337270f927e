package io.turnout.application.rollout;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Step;
import java.util.Optional;

/// Somebody does something to a plan. Whatever follows for flags holds on this instance when it
/// returns, and on every other as soon as it hears of it.
public final class ChangePlan {
    private final RolloutPorts ports;

    public ChangePlan(RolloutPorts ports) {
        this.ports = ports;
    }

    /// Empty where there is no such plan.
    public Optional<Step> change(PlanId plan, Order order, Author author) {
        Optional<Step> step =
                ports.rollouts()
                        .change(
                                plan,
                                new Rollouts.Deed(order.verb(), author),
                                (rollout, now) -> order.on(rollout, author, now));
        if (step.filter(Step.Taken.class::isInstance).isPresent()) {
            var _ = ports.overlay().refresh();
        }
        return step;
    }
}
