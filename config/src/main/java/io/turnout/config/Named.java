package io.turnout.config;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether settings say something: a variable that is not set leaves an empty word.
final class Named {
    private Named() {}

    static boolean all(@Nullable String... words) {
        return Stream.of(words).allMatch(word -> word != null && !word.isBlank());
    }
}
