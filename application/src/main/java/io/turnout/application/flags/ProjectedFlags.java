package io.turnout.application.flags;

import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Reach;
import java.time.Instant;
import java.util.Map;

/// What was written to the rollout server last, so that any instance can tell what others changed
/// there from what is still to be written.
public interface ProjectedFlags {
    Map<Flag, Written> all();

    /// The server shows this now.
    void written(Flag flag, Reach reach);

    /// For whom, and since when.
    record Written(Reach reach, Instant at) {}
}
