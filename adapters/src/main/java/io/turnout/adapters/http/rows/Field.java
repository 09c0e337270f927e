package io.turnout.adapters.http.rows;

import io.turnout.domain.attendeelink.RowFault;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The fields of a row that are taken; every other is dropped (A23).
enum Field {
    ID(RowFault.ID_INVALID),
    EMAIL(RowFault.EMAIL_INVALID),
    NAME(RowFault.NAME_INVALID),
    TITLE(RowFault.TITLE_INVALID),
    COMPANY(RowFault.COMPANY_INVALID),
    USES(RowFault.USES_INVALID);

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Field::word, Function.identity()));

    private final RowFault invalid;

    Field(RowFault invalid) {
        this.invalid = invalid;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    RowFault invalid() {
        return invalid;
    }

    /// To the letter.
    static Optional<Field> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
