package io.turnout.domain.registration;

import io.turnout.domain.event.EventId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How a link stands: for which event it invites, how often it may be used, and which registration
/// has which use, counted from one. A use whose registration was cancelled is free again.
public record Invitation(EventId event, int uses, SortedMap<Integer, RegistrationId> taken) {
    public Invitation {
        taken = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(taken));
    }

    /// The first use that nobody has.
    public Optional<Integer> free() {
        return IntStream.rangeClosed(1, uses)
                .boxed()
                .filter(use -> !taken.containsKey(use))
                .findFirst();
    }

    /// The same, after this registration came by it.
    ///
    /// @throws IllegalStateException when no use is free
    public Invitation usedBy(RegistrationId registration) {
        int use = free().orElseThrow(() -> new IllegalStateException("a link has no use left"));
        SortedMap<Integer, RegistrationId> more = new TreeMap<>(taken);
        more.put(use, registration);
        return new Invitation(event, uses, more);
    }

    Invitation unused() {
        return new Invitation(event, uses, new TreeMap<>(Map.of()));
    }
}
