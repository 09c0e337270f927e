package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.operator.FlagsView.SaidView;
import io.turnout.adapters.http.wire.View;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Flag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an org has and has not, and why.
public record FlagDecisionsView(String org, List<DecisionView> decisions) implements View {
    public static FlagDecisionsView of(OrgId org, Map<Flag, Decision> decisions) {
        return new FlagDecisionsView(
                org.value(),
                decisions.entrySet().stream()
                        .map(one -> DecisionView.of(one.getKey(), org, one.getValue()))
                        .toList());
    }

    /// `why` is killed, forced-off, forced-on, allowed, switched-off (allowed here, but not by the
    /// definitions) or not-reached; `said` is who it comes from.
    public record DecisionView(String flag, boolean on, String why, @Nullable SaidView said) {
        static DecisionView of(Flag flag, OrgId org, Decision decision) {
            String id = org.value();
            return switch (decision) {
                case Decision.Killed(var mark) ->
                        new DecisionView(flag.key(), false, "killed", SaidView.of(id, mark));
                case Decision.ForcedOff(var force) ->
                        new DecisionView(flag.key(), false, "forced-off", SaidView.of(id, force));
                case Decision.ForcedOn(var force) ->
                        new DecisionView(flag.key(), true, "forced-on", SaidView.of(id, force));
                case Decision.Allowed(var mark) ->
                        new DecisionView(flag.key(), true, "allowed", SaidView.of(id, mark));
                case Decision.SwitchedOff(var mark) ->
                        new DecisionView(flag.key(), false, "switched-off", SaidView.of(id, mark));
                case Decision.NotReached() ->
                        new DecisionView(flag.key(), false, "not-reached", null);
            };
        }
    }
}
