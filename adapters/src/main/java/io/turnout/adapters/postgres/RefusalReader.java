package io.turnout.adapters.postgres;

import io.turnout.adapters.postgres.AdmissionQueue.Turn;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.registration.Undecided;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Answers those who ask for a room that was full a moment ago, and those whose org has too many
/// in line. It reads the same rows and asks the same rule as a writer, so that a repeat is known
/// as one before anything is refused, but it takes no lock and changes nothing.
final class RefusalReader implements Runnable {
    private final AdmissionQueue refusals;
    private final AdmissionBatch batch;
    private final SoldOut soldOut;
    private final BiConsumer<Fold, Ask<?>> changes;

    /// A reader.
    ///
    /// @param changes what becomes of those whose answer would change something
    RefusalReader(
            AdmissionQueue refusals,
            AdmissionBatch batch,
            SoldOut soldOut,
            BiConsumer<Fold, Ask<?>> changes) {
        this.refusals = refusals;
        this.batch = batch;
        this.soldOut = soldOut;
        this.changes = changes;
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
                    changes.accept(fold, ask);
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
