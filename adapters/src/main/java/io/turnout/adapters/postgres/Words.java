package io.turnout.adapters.postgres;

import java.util.Locale;

/// How a case of the domain is written in a table: in lower case, as the checks of the schema say.
final class Words {
    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E read(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
