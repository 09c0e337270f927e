package io.turnout.domain.attendeelink;

import java.util.regex.Pattern;

/// What an org calls one of its invitations: 1 to 64 letters, digits, `-` and `_`, such as the id
/// of its record. It is kept as it is, so no e-mail address is one.
public record Reference(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Reference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("1 to 64 letters, digits, - and _");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
