package io.turnout.adapters.postgres;

import io.turnout.adapters.postgres.AdmissionQueue.Turn;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.registration.Undecided;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes turns from the queue and sees each one through: retries what was in the way, parts a
/// batch that holds something poisonous until that fails alone, and answers after the commit.
final class AdmissionWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(AdmissionWriter.class);
    private static final int TRIES = 4;

    private final AdmissionQueue queue;
    private final AdmissionBatch batch;
    private final SoldOut soldOut;

    AdmissionWriter(AdmissionQueue queue, AdmissionBatch batch, SoldOut soldOut) {
        this.queue = queue;
        this.batch = batch;
        this.soldOut = soldOut;
    }

    @Override
    public void run() {
        try {
            for (Optional<Turn> turn = queue.take(); turn.isPresent(); turn = queue.take()) {
                see(turn.get());
                queue.done(turn.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void see(Turn turn) {
        try {
            decide(turn);
        } catch (RuntimeException | Error e) {
            turn.asks().forEach(ask -> ask.fail(e));
        }
    }

    private void decide(Turn turn) {
        boolean unknown = false;
        int busy = 0;
        int failed = 0;
        while (true) {
            boolean[] committing = {false};
            try {
                switch (batch.decide(turn, () -> committing[0] = true)) {
                    case AdmissionBatch.Result.Kept(Fold fold) -> {
                        noteFullRooms(fold);
                        turn.asks().forEach(Ask::answer);
                        return;
                    }
                    case AdmissionBatch.Result.NotHere(Gate.Entry entry) -> {
                        if (entry == Gate.Entry.AWAY || ++busy == Gate.BUSY_TRIES) {
                            turn.asks().forEach(ask -> ask.answer(Undecided.Cause.RELOCATING));
                            return;
                        }
                    }
                }
            } catch (RuntimeException e) {
                Failure failure = Failure.of(e);
                unknown |= committing[0] && failure == Failure.STORAGE_AWAY;
                if (failure == Failure.POISON && turn.asks().size() > 1) {
                    part(turn);
                    return;
                }
                if (++failed == TRIES) {
                    giveUp(turn, failure, unknown, e);
                    return;
                }
            }
            Gate.pauseAtTheGate();
        }
    }

    private void noteFullRooms(Fold fold) {
        for (Capacity room : fold.after().values()) {
            if (room.admits(1)) {
                soldOut.forget(fold.org(), room.room());
            } else {
                soldOut.note(fold.org(), room.room());
            }
        }
    }

    /// Halves keep the order of arrival, and what is poisonous ends up alone.
    private void part(Turn turn) {
        List<Ask<?>> asks = turn.asks();
        int middle = asks.size() / 2;
        see(new Turn(turn.org(), asks.subList(0, middle)));
        see(new Turn(turn.org(), asks.subList(middle, asks.size())));
    }

    private static void giveUp(Turn turn, Failure failure, boolean unknown, RuntimeException e) {
        LOG.warn("{} requests of {} undecided: {}", turn.asks().size(), turn.org(), failure, e);
        switch (failure) {
            case POISON -> turn.asks().forEach(ask -> ask.fail(e));
            case CONTENTION -> turn.asks().forEach(ask -> ask.answer(Undecided.Cause.OVERLOADED));
            case STORAGE_AWAY -> {
                Undecided.Cause cause =
                        unknown
                                ? Undecided.Cause.OUTCOME_UNKNOWN
                                : Undecided.Cause.STORAGE_UNAVAILABLE;
                turn.asks().forEach(ask -> ask.answer(cause));
            }
        }
    }
}
