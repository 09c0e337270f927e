package io.turnout.application.memory;

import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.erasure.LedgerEntry.Wish;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;

/// One wish to be forgotten in memory.
record MemoryErasure(
        OrgId org,
        Wish wish,
        ErasureState state,
        Erased erased,
        long attempt,
        Instant due,
        Instant leasedUntil) {
    static MemoryErasure asked(OrgId org, Wish wish, Instant now) {
        return new MemoryErasure(
                org, wish, ErasureState.ASKED, Erased.NOTHING, 0, now, Instant.MIN);
    }

    boolean isDue(Instant now) {
        return state != ErasureState.DONE && !now.isBefore(due) && !now.isBefore(leasedUntil);
    }

    MemoryErasure taken(Instant until) {
        return new MemoryErasure(org, wish, state, erased, attempt + 1, due, until);
    }

    MemoryErasure next(ErasureState next, Erased more, Instant nextDue) {
        return new MemoryErasure(org, wish, next, erased.plus(more), attempt, nextDue, Instant.MIN);
    }

    Turn turn(Instant now) {
        return new Turn(org, wish, attempt, state, Duration.between(wish.asked(), now));
    }
}
