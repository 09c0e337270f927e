package io.turnout.application.registration;

import io.turnout.domain.registration.Holding;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.ReleaseRequest;
import java.util.List;

/// Seats of holds whose time ran out are free again. Any number of instances may do it at once.
public final class ExpireHolds {
    private static final int HOLDS_A_ROUND = 200;

    private final RegistrationBook book;

    public ExpireHolds(RegistrationBook book) {
        this.book = book;
    }

    /// Ends what is due, and says how many holds this call ended.
    public int expire() {
        List<ReleaseRequest> due = book.expired(HOLDS_A_ROUND);
        int ended = 0;
        for (ReleaseRequest request : due) {
            ReleaseDecision decision =
                    book.release(request, standing -> Holding.expire(request, standing));
            ended += decision instanceof ReleaseDecision.Released ? 1 : 0;
        }
        return ended;
    }
}
