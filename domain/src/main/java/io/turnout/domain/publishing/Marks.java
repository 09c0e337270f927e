package io.turnout.domain.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// How far the rows of each object of an org's catalogue were read, by the org's own clock. None:
/// from its first row on.
public record Marks(Optional<Place> events, Optional<Place> items, Optional<Place> sessions) {
    public static final Marks NONE =
            new Marks(Optional.empty(), Optional.empty(), Optional.empty());

    /// A row is stamped before its transaction ends, and is seen after. So much of what was read
    /// already is read again each time.
    public static final Duration OVERLAP = Duration.ofMinutes(5);

    /// A row in the order of stamps; with an id, the rows after it, else all from its stamp on.
    public record Place(Instant at, Optional<String> id) {
        public static Place from(Instant at) {
            return new Place(at, Optional.empty());
        }

        Place overlapping() {
            return from(at.minus(OVERLAP));
        }
    }

    /// Each object as far as either of the two reaches.
    public Marks furthest(Marks other) {
        return new Marks(
                further(events, other.events),
                further(items, other.items),
                further(sessions, other.sessions));
    }

    private static Optional<Place> further(Optional<Place> one, Optional<Place> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.comparing(Place::at));
    }

    /// The newest moment of all of them.
    public Optional<Instant> newest() {
        return Stream.of(events, items, sessions)
                .flatMap(Optional::stream)
                .map(Place::at)
                .max(Comparator.naturalOrder());
    }

    /// Where the next poll begins.
    public Marks overlapping() {
        return new Marks(
                events.map(Place::overlapping),
                items.map(Place::overlapping),
                sessions.map(Place::overlapping));
    }
}
