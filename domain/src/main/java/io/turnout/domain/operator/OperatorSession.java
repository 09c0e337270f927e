package io.turnout.domain.operator;

import java.time.Instant;
import java.util.Set;

/// Somebody who is signed in: `subject` is a pseudonym, `roles` are those that the sign-in service
/// gave them then.
public record OperatorSession(
        SessionKey key, String subject, Set<String> roles, Instant openedAt, Instant seenAt) {
    public OperatorSession {
        roles = Set.copyOf(roles);
        if (subject.isBlank() || seenAt.isBefore(openedAt)) {
            throw new IllegalArgumentException("somebody signs in before they do anything");
        }
    }
}
