package io.turnout.application.registration;

import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.Holding;
import io.turnout.domain.registration.Standing;
import io.turnout.domain.registration.Undecided;
import java.util.Optional;

/// Somebody asks more than they may. If it is to repeat a hold, they are answered as the first
/// time; whatever is new has to come back later.
public final class RecallHold {
    private final RegistrationBook book;

    public RecallHold(RegistrationBook book) {
        this.book = book;
    }

    public HoldDecision recall(HoldRequest request) {
        HoldRequest bare = request.with(Optional.empty());
        return book.lookHold(bare, standing -> earlier(bare, standing));
    }

    private static HoldDecision earlier(HoldRequest request, Standing standing) {
        return standing.earlier() instanceof Earlier.Nothing
                ? new Undecided(Undecided.Cause.OVER_SHARE)
                : Holding.decide(request, standing);
    }
}
