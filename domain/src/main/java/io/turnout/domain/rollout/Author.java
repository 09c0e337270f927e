package io.turnout.domain.rollout;

import java.util.regex.Pattern;

/// Who changes something, why, and under which correlation id.
///
/// @param actor an operator's pseudonym, or the part of the house that acts by itself
/// @param reason in words that name nobody; without `@`, so that no address can stand in it
public record Author(String actor, String reason, String request) {
    public static final int REASON_MAX = 200;

    private static final Pattern ACTOR = Pattern.compile("[!-?A-~]{1,128}");
    private static final Pattern REASON = Pattern.compile("[ -?A-~]{1," + REASON_MAX + "}");

    public Author {
        if (!isActor(actor)) {
            throw new IllegalArgumentException("an actor is 1 to 128 printable letters, none @");
        }
        if (!REASON.matcher(reason).matches() || reason.isBlank()) {
            throw new IllegalArgumentException("a reason is 1 to 200 printable letters, none @");
        }
    }

    /// Whether a name could be an actor's.
    public static boolean isActor(String name) {
        return ACTOR.matcher(name).matches();
    }
}
