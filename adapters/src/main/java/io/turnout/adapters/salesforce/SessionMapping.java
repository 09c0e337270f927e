package io.turnout.adapters.salesforce;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which object and fields of an org hold a part of an event that has seats of its own.
public record SessionMapping(
        String object,
        String event,
        String name,
        String startsAt,
        String endsAt,
        Optional<String> capacity,
        Optional<String> registered) {
    public SessionMapping {
        ApiNames.require(
                object,
                Stream.concat(
                        Stream.of(event, name, startsAt, endsAt),
                        ApiNames.present(List.of(capacity, registered))));
    }
}
