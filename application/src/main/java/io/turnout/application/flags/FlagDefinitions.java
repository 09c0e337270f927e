package io.turnout.application.flags;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Overlay;

/// What the definitions of flags say: those of a rollout server, or those that are compiled from
/// what was decided here. Alone they switch nothing on. Answered from memory: when their source is
/// down, as it said last; when it was never heard, no.
public interface FlagDefinitions {
    boolean isOn(Flag flag, OrgId org);

    /// What was decided here is this now. Definitions that are compiled from it follow at once; a
    /// server hears of it in its own way.
    void follow(Overlay overlay);

    /// Whether that is what they say now. False while the server that keeps them does not answer,
    /// or was not heard yet.
    boolean isFresh();
}
