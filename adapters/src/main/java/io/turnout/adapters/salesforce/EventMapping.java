package io.turnout.adapters.salesforce;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which object and fields of an org hold an event. `published` says "shown" by a checked box or
/// by one of `publishedValues`; `registered` is written by us, all others only read. Without a
/// `timeZone` field, or with an empty one, an event is in UTC; an empty capacity is unlimited.
public record EventMapping(
        String object,
        String name,
        String startsAt,
        String endsAt,
        Optional<String> timeZone,
        String published,
        Set<String> publishedValues,
        Optional<String> capacity,
        Optional<String> registered) {
    public EventMapping {
        publishedValues = Set.copyOf(publishedValues);
        ApiNames.require(
                object,
                Stream.concat(
                        Stream.of(name, startsAt, endsAt, published),
                        ApiNames.present(List.of(timeZone, capacity, registered))));
    }
}
