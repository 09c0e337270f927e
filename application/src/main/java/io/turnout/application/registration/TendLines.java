package io.turnout.application.registration;

import io.turnout.domain.registration.TendDecision;
import io.turnout.domain.registration.TendRequest;
import java.util.List;

/// Offers nobody took pass on, and seats that came back are offered. Any number of instances may
/// do it at once.
public final class TendLines {
    private static final int LINES_A_ROUND = 50;

    private final RegistrationBook book;

    public TendLines(RegistrationBook book) {
        this.book = book;
    }

    /// Looks after what is due, and says whether more may be.
    public boolean tend() {
        List<TendRequest> due = book.untended(LINES_A_ROUND);
        int tended = 0;
        for (TendRequest request : due) {
            tended += book.tend(request) instanceof TendDecision.Tended ? 1 : 0;
        }
        return tended == LINES_A_ROUND;
    }
}
