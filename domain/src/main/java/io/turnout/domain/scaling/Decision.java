package io.turnout.domain.scaling;

/// What was decided at one look: how many are wanted where so many were, and why.
///
/// @param told the cause with its figures, for people
public record Decision(int from, int to, Cause cause, String told) {
    public boolean moves() {
        return from != to;
    }

    /// Whether it says what `other` said already: nothing moves, for the same cause.
    public boolean repeats(Decision other) {
        return !moves() && to == other.to && cause == other.cause;
    }

    static Decision stay(int at, Cause cause, String told) {
        return new Decision(at, at, cause, told);
    }

    /// As it stands, for a cause that needs no figures.
    public static Decision stay(int at, Cause cause) {
        return stay(at, cause, cause.words());
    }
}
