package io.turnout.application.erasure;

import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Cancellation;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.Undecided;
import java.util.List;

/// Whoever wants to be forgotten does not come: where nobody else would, seats and places in line
/// are given up first, by the door by which anybody gives them up, so that they are released once.
record Leaving(Erasures erasures, RegistrationBook book) {
    private static final int PAGE = 100;

    /// False when some could not be given up now.
    boolean leave(Turn turn) {
        List<RegistrationId> alone = erasures.alone(turn, PAGE);
        while (!alone.isEmpty()) {
            for (RegistrationId one : alone) {
                CancelRequest request = new CancelRequest(turn.org(), one);
                if (book.cancel(request, standing -> Cancellation.decide(request, standing))
                        instanceof Undecided) {
                    return false;
                }
            }
            alone = erasures.alone(turn, PAGE);
        }
        return true;
    }
}
