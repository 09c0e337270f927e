package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Correlation;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.rollout.Author;
import jakarta.ws.rs.core.SecurityContext;

/// Who asks, as it is recorded.
final class Authors {
    private Authors() {}

    /// Whose hand it is, where no reason is asked for.
    static Hand hand(SecurityContext operator) {
        return new Hand(Pseudonym.of(operator.getUserPrincipal().getName()), Correlation.current());
    }

    static Author of(SecurityContext operator, String reason) {
        return new Author(
                Pseudonym.of(operator.getUserPrincipal().getName()), reason, Correlation.current());
    }
}
