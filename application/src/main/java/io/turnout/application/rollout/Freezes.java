package io.turnout.application.rollout;

import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.FreezeId;
import io.turnout.domain.rollout.PlannedFreeze;
import java.util.List;

/// Times in which nobody is switched on.
public interface Freezes {
    int FREEZES_MAX = 500;

    /// False where there are too many already.
    boolean add(PlannedFreeze freeze, Author author);

    /// False where there is no such freeze.
    boolean remove(FreezeId freeze);

    /// Those that are not over, by their beginning.
    List<PlannedFreeze> all();
}
