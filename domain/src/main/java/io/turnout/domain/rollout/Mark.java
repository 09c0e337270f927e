package io.turnout.domain.rollout;

import java.time.Instant;

/// Who said something last, why and when.
public record Mark(String actor, String reason, Instant at) {
    public static Mark of(Author author, Instant at) {
        return new Mark(author.actor(), author.reason(), at);
    }
}
