package io.turnout.domain.setting;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is to become of some variables: a value, or none. Held to what every cloud can keep.
public record Edits(Map<String, Optional<String>> values) {
    public static final int VALUE_MAX = 4_096;
    private static final int NAMES_MAX = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    public Edits {
        values = Map.copyOf(values);
        if (values.isEmpty() || values.size() > NAMES_MAX) {
            throw new IllegalArgumentException("1 to " + NAMES_MAX + " variables at once");
        }
        values.forEach(Edits::check);
    }

    private static void check(String name, Optional<String> value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a variable: " + name);
        }
        if (value.filter(text -> text.isEmpty() || text.length() > VALUE_MAX).isPresent()) {
            throw new IllegalArgumentException(name + " has 1 to " + VALUE_MAX + " characters");
        }
    }

    public static Edits set(String name, String value) {
        return new Edits(Map.of(name, Optional.of(value)));
    }

    public static Edits unset(String name) {
        return new Edits(Map.of(name, Optional.empty()));
    }

    /// Values may be secrets.
    @Override
    public String toString() {
        return "Edits" + values.keySet();
    }
}
