package io.turnout.adapters.http.operator;

import java.util.Locale;

/// How a case of the domain is spelt on the wire: `login-host`.
final class Spelling {
    private Spelling() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
