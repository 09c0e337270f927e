package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.util.Set;

/// What a plan is to do next by itself.
public sealed interface Turn {
    record Start() implements Turn {}

    record Enter(int wave, Set<OrgId> orgs) implements Turn {}

    /// These came too late for the beginning of a wave that is for them.
    record Join(int wave, Set<OrgId> orgs) implements Turn {}

    record SwitchOn(Set<OrgId> orgs) implements Turn {}

    record LetGo(Set<OrgId> orgs) implements Turn {}

    record Bake(int wave) implements Turn {}

    record Finish(int wave) implements Turn {}

    /// The wave fares worse than it may.
    record Stop(int wave, WaveHealth health) implements Turn {}

    record Complete() implements Turn {}

    record Rest() implements Turn {}
}
