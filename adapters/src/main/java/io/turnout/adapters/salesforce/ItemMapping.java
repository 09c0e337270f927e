package io.turnout.adapters.salesforce;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which object and fields of an org hold what attendees choose one of. `event` points to the
/// event; an empty price is nothing to pay, an empty capacity is unlimited.
public record ItemMapping(
        String object,
        String event,
        String name,
        Optional<String> price,
        Optional<String> capacity,
        Optional<String> registered) {
    public ItemMapping {
        ApiNames.require(
                object,
                Stream.concat(
                        Stream.of(event, name),
                        ApiNames.present(List.of(price, capacity, registered))));
    }
}
