package io.turnout.domain.relocation;

import java.util.regex.Pattern;

/// The name under which a stack owns orgs. It never changes.
public record StackName(String value) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,40}");

    public StackName {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("a stack is 1 to 40 of a-z, 0-9 and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
