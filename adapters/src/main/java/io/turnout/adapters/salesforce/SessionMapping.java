package io.turnout.adapters.salesforce;

import java.util.Optional;

/// Which object and fields of an org hold a part of an event that has seats of its own.
public record SessionMapping(
        String object,
        String event,
        String name,
        String startsAt,
        String endsAt,
        Optional<String> capacity,
        Optional<String> registered) {}
