package io.turnout.adapters.postgres;

import io.turnout.adapters.postgres.AdmissionQueue.Turn;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.registration.Undecided;
import java.util.Optional;

/// Answers those who ask for a room that was full a moment ago, and those whose org has too many
/// in line. It reads the same rows and asks the same rule as a writer, so that a repeat is known
/// as one before anything is refused, but it takes no lock. Whoever would be admitted after all is
/// passed on to the writers, if they have room.
final class RefusalReader implements Runnable {
    private final AdmissionQueue refusals;
    private final AdmissionQueue writers;
    private final AdmissionBatch batch;
    private final SoldOut soldOut;

    RefusalReader(
            AdmissionQueue refusals,
            AdmissionQueue writers,
            AdmissionBatch batch,
            SoldOut soldOut) {
        this.refusals = refusals;
        this.writers = writers;
        this.batch = batch;
        this.soldOut = soldOut;
    }

    @Override
    public void run() {
        try {
            for (Optional<Turn> turn = refusals.take(); turn.isPresent(); turn = refusals.take()) {
                see(turn.get());
                refusals.done(turn.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void see(Turn turn) {
        try {
            Fold fold = batch.look(turn);
            for (Ask<?> ask : turn.asks()) {
                if (fold.wouldChange(ask)) {
                    passOn(ask);
                } else {
                    ask.answer();
                }
            }
            noteFullRooms(fold);
        } catch (RuntimeException e) {
            if (Failure.of(e) == Failure.POISON) {
                turn.asks().forEach(ask -> ask.fail(e));
            } else {
                turn.asks().forEach(ask -> ask.answer(Undecided.Cause.STORAGE_UNAVAILABLE));
            }
        }
    }

    private void passOn(Ask<?> ask) {
        if (!writers.admits(ask.task().org())) {
            ask.answer(Undecided.Cause.OVER_SHARE);
            return;
        }
        ask.task().prepare();
        switch (writers.offer(ask)) {
            case IN_LINE -> {
                // A writer will come.
            }
            case LINE_FULL -> ask.answer(Undecided.Cause.OVER_SHARE);
            case QUEUE_FULL -> ask.answer(Undecided.Cause.OVERLOADED);
        }
    }

    private void noteFullRooms(Fold fold) {
        for (Capacity room : fold.before().values()) {
            if (room.admits(1)) {
                soldOut.forget(fold.org(), room.room());
            } else {
                soldOut.note(fold.org(), room.room());
            }
        }
    }
}
