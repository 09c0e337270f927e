package io.turnout.application.erasure;

import io.turnout.application.erasure.Erasures.Alone;
import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Cancellation;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.Undecided;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whoever wants to be forgotten does not come: where nobody else would, seats and places in line
/// are given up first, by the door by which anybody gives them up, so that they are released once.
record Leaving(Erasures erasures, RegistrationBook book) {
    private static final int PAGE = 100;

    /// Those of whom nothing is left to give up; of the others some could not be given up now.
    List<Turn> leave(List<Turn> turns) {
        List<Turn> left = turns;
        List<Alone> alone = alone(left);
        while (!alone.isEmpty()) {
            Set<ErasureId> kept = kept(left.getFirst().org(), alone);
            left = left.stream().filter(turn -> !kept.contains(turn.wish().id())).toList();
            alone = alone(left);
        }
        return left;
    }

    private List<Alone> alone(List<Turn> turns) {
        return turns.isEmpty() ? List.of() : erasures.alone(turns, PAGE);
    }

    /// Whose seats stay for now.
    private Set<ErasureId> kept(OrgId org, List<Alone> alone) {
        Map<RegistrationId, Boolean> given = new HashMap<>();
        return alone.stream()
                .filter(one -> !given.computeIfAbsent(one.registration(), id -> gives(org, id)))
                .map(Alone::wish)
                .collect(Collectors.toSet());
    }

    private boolean gives(OrgId org, RegistrationId registration) {
        CancelRequest request = new CancelRequest(org, registration);
        return !(book.cancel(request, standing -> Cancellation.decide(request, standing))
                instanceof Undecided);
    }
}
