package io.turnout.domain.rollout;

import java.util.regex.Pattern;

/// A region, a tier or a tag, as those who run the house call it.
public record Label(String value) {
    public static final int LENGTH_MAX = 40;

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public Label {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("a label is 1 to 40 of a-z, 0-9 and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
