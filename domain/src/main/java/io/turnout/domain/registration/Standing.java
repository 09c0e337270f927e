package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.licensing.License;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How things stand at the moment one request is decided. `now` is the book's own clock. `rooms`
/// holds at least those rooms of the event that the request names; one that the event does not
/// have, or that is another event's, is left out. `hold` and `registration` are those the request
/// names, if they are kept. `line` is that before the event, `invitation` the one it came by.
public record Standing(
        Instant now,
        Optional<Offer> offer,
        Optional<License> license,
        Map<RoomId, Capacity> rooms,
        Earlier earlier,
        Optional<Hold> hold,
        Optional<Registration> registration,
        Line line,
        Optional<Invitation> invitation) {
    /// How things stand where nobody waits.
    public Standing(
            Instant now,
            Optional<Offer> offer,
            Optional<License> license,
            Map<RoomId, Capacity> rooms,
            Earlier earlier,
            Optional<Hold> hold,
            Optional<Registration> registration) {
        this(now, offer, license, rooms, earlier, hold, registration, Line.NONE);
    }

    /// How things stand for who comes by no link.
    public Standing(
            Instant now,
            Optional<Offer> offer,
            Optional<License> license,
            Map<RoomId, Capacity> rooms,
            Earlier earlier,
            Optional<Hold> hold,
            Optional<Registration> registration,
            Line line) {
        this(now, offer, license, rooms, earlier, hold, registration, line, Optional.empty());
    }

    /// The same, about this registration.
    public Standing with(Optional<Registration> named) {
        return new Standing(now, offer, license, rooms, earlier, hold, named, line, invitation);
    }

    /// The same, with this hold.
    public Standing holding(Optional<Hold> named) {
        return new Standing(
                now, offer, license, rooms, earlier, named, registration, line, invitation);
    }

    /// The same, by this invitation.
    public Standing invited(Optional<Invitation> by) {
        return new Standing(now, offer, license, rooms, earlier, hold, registration, line, by);
    }

    public boolean licensed() {
        return license.filter(kept -> kept.activeAt(now)).isPresent();
    }

    /// A room that is known to be there, since a hold or a registration counts in it.
    ///
    /// @throws IllegalStateException when it is not
    public Capacity room(RoomId id) {
        Capacity room = rooms.get(id);
        if (room == null) {
            throw new IllegalStateException("no counter for " + id);
        }
        return room;
    }
}
