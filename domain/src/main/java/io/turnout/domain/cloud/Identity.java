package io.turnout.domain.cloud;

import java.util.Optional;
import java.util.regex.Pattern;

/// What tells a process from every other that is alive or was, and which release it runs.
public record Identity(String instance, Optional<String> release) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    public Identity {
        if (!NAME.matcher(instance).matches()) {
            throw new IllegalArgumentException("no name of an instance: " + instance);
        }
    }
}
