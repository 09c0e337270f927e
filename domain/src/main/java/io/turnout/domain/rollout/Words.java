package io.turnout.domain.rollout;

import java.util.regex.Pattern;

/// What people write into plans: it names nobody, so no `@` stands in it.
final class Words {
    static final int LENGTH_MAX = 200;

    private static final Pattern PLAIN = Pattern.compile("[^@\\p{Cntrl}]{1," + LENGTH_MAX + "}");

    private Words() {}

    static void check(String text) {
        if (!PLAIN.matcher(text).matches() || text.isBlank()) {
            throw new IllegalArgumentException("1 to " + LENGTH_MAX + " letters in a line, none @");
        }
    }
}
