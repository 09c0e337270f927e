package io.turnout.domain.attendeelink;

import java.util.Locale;

/// Why a row of an upload became no link. It says which field is wrong, and never what was in it.
public enum RowFault {
    /// It is no row of that form, or has more or fewer cells than the head of the table.
    UNREADABLE,
    NOT_UTF_8,
    TOO_LONG,
    ID_MISSING,
    ID_INVALID,
    EMAIL_MISSING,
    EMAIL_INVALID,
    NAME_INVALID,
    TITLE_INVALID,
    COMPANY_INVALID,
    USES_INVALID;

    /// Its name outside, which is part of the contract: `email-missing`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
