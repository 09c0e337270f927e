package io.turnout.domain.hosting;

import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a host, such as `tickets.acme.example`, in lower case. An address is none.
public record HostName(String value) {
    private static final int LENGTH_MAX = 253;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME =
            Pattern.compile("(?:" + LABEL + "\\.){1,10}(?=[a-z])" + LABEL);

    public HostName {
        value = value.toLowerCase(Locale.ROOT);
        if (value.length() > LENGTH_MAX || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a host");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
