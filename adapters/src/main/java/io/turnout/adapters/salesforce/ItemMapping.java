package io.turnout.adapters.salesforce;

import java.util.Optional;

/// Which object and fields of an org hold what attendees choose one of. `event` points to the
/// event; an empty price is nothing to pay, an empty capacity is unlimited.
public record ItemMapping(
        String object,
        String event,
        String name,
        Optional<String> price,
        Optional<String> capacity,
        Optional<String> registered) {}
