package io.turnout.application.scaling;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Floor;

/// How many instances of a stack run, and who decides it. Every call answers within seconds; all of
/// them may be repeated.
public interface InstanceScaling {
    /// How it stands now.
    Answer<Fleet> observe();

    /// Wants so many; they come and go by themselves later. `Refused` outside the bounds.
    Answer<Fleet> scaleTo(int desired, Why why);

    /// Holds the fleet between these from now on. What is outside is brought inside.
    Answer<Fleet> bound(Bounds bounds, Why why);

    /// Raises the lower bound for a while; never above the upper one.
    Answer<Floor> scheduleFloor(Floor floor, Why why);

    /// Takes such a floor back: it raises nothing any more, and nobody is stopped because of it.
    /// One that is not there is gone already.
    Answer<Floor> dropFloor(Floor floor, Why why);
}
