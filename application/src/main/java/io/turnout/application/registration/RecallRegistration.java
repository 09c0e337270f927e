package io.turnout.application.registration;

import io.turnout.domain.registration.Admission;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Standing;
import io.turnout.domain.registration.Undecided;
import java.util.Optional;

/// Somebody asks more than they may. If it is to repeat what was admitted, they are answered as
/// the first time; whatever is new has to come back later.
public final class RecallRegistration {
    private final RegistrationBook book;

    public RecallRegistration(RegistrationBook book) {
        this.book = book;
    }

    public Decision recall(RegistrationRequest request) {
        RegistrationRequest bare = request.with(Optional.empty());
        return book.look(bare, standing -> earlier(bare, standing));
    }

    private static Decision earlier(RegistrationRequest request, Standing standing) {
        return standing.earlier() instanceof Earlier.Nothing
                ? new Undecided(Undecided.Cause.OVER_SHARE)
                : Admission.decide(request, standing);
    }
}
