package io.turnout.application.memory;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.erasure.Erasures.Progress;
import io.turnout.application.erasure.Erasures.Told;
import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.erasure.LedgerEntry.Wish;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

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

    /// How far it is, among what its org has.
    Progress progress(MemoryStore.Tables tables) {
        ErasureId id = wish.id();
        return new Progress(
                org,
                id,
                wish.asked(),
                state,
                erased,
                new Told(
                        told(tables, id, Outbox.State.WAITING, MemoryOwedLinks.State.WAITING),
                        told(tables, id, Outbox.State.SENT, MemoryOwedLinks.State.TOLD),
                        told(tables, id, Outbox.State.SET_ASIDE, MemoryOwedLinks.State.SET_ASIDE)),
                tables.ledger.stream().filter(entry -> entry.what().id().equals(id)).findFirst());
    }

    private static int told(
            MemoryStore.Tables org,
            ErasureId id,
            Outbox.State state,
            MemoryOwedLinks.State invitation) {
        long attendees =
                whose(org.erased, id)
                        .flatMap(attendee -> Stream.ofNullable(org.outbox.get(attendee)))
                        .filter(row -> row.state() == state)
                        .count();
        long records =
                whose(org.uninvited, id)
                        .flatMap(record -> Stream.ofNullable(org.minted.get(record)))
                        .filter(row -> row.state() == invitation)
                        .count();
        return (int) (attendees + records);
    }

    private static <K> Stream<K> whose(Map<K, ErasureId> erased, ErasureId id) {
        return erased.entrySet().stream()
                .filter(one -> one.getValue().equals(id))
                .map(Map.Entry::getKey);
    }
}
