package io.turnout.domain.rollout;

/// A time in which orgs are not switched on, and what for.
public record Freeze(Span span, String reason) {
    public Freeze {
        Words.check(reason);
    }
}
