package io.turnout.application.erasure;

import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.erasure.LedgerEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Forgets again whom a restored backup remembers: everybody in the copy of the ledger of whom the
/// tables do not know that they were forgotten. To be done before anybody is served.
public final class ReplayErasures {
    private final Erasures erasures;
    private final Leaving leaving;
    private final LedgerCopy copy;

    public ReplayErasures(Erasures erasures, RegistrationBook book, LedgerCopy copy) {
        this.erasures = erasures;
        this.leaving = new Leaving(erasures, book);
        this.copy = copy;
    }

    /// How many were forgotten again.
    ///
    /// @throws IllegalStateException when somebody could not be: then nobody may be served
    public int replay() {
        List<LedgerEntry> missing = missing(copy.read());
        int replayed = 0;
        while (!missing.isEmpty()) {
            for (LedgerEntry done : missing) {
                replayed += forget(done) ? 1 : 0;
            }
            missing = missing(missing);
        }
        return replayed;
    }

    private List<LedgerEntry> missing(List<LedgerEntry> entries) {
        return entries.stream().filter(erasures::askAgain).toList();
    }

    /// False when another instance, which does the same at this moment, was quicker.
    private boolean forget(LedgerEntry done) {
        Optional<Turn> turn = erasures.take(done.org(), done.what().id());
        if (turn.isEmpty()) {
            return false;
        }
        List<Turn> one = List.of(turn.get());
        if (leaving.leave(one).isEmpty()) {
            throw new IllegalStateException("not forgotten again: " + done.what().id());
        }
        return !erasures.finish(one, Map.of(done.what().id(), done)).isEmpty();
    }
}
