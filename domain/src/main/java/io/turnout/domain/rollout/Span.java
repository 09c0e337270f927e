package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A stretch of time from one instant to another, which is no part of it.
public record Span(Instant from, Instant to) {
    public Span {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("from " + from + " to " + to + " is no time");
        }
    }

    /// Empty where nothing lies between.
    public static Optional<Span> between(Instant from, Instant to) {
        return to.isAfter(from) ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public boolean meets(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /// What is left of it from `instant` on.
    Optional<Span> since(Instant instant) {
        return between(later(from, instant), to);
    }

    /// What is left of it without `other`: nothing, one piece or two.
    List<Span> without(Span other) {
        return Stream.of(between(from, earlier(to, other.from)), since(other.to))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
