package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a request of a declared load test is told: what the first who came would be, in rooms with
/// all their seats, under a key that nobody used. Nothing of it is kept, so it can be told any
/// number of times.
public final class Rehearsal {
    private Rehearsal() {}

    public static Decision decide(RegistrationRequest request, Standing standing) {
        Map<RoomId, Capacity> empty = new HashMap<>();
        standing.rooms().forEach((id, room) -> empty.put(id, emptied(room)));
        return Admission.decide(
                request,
                new Standing(
                                standing.now(),
                                standing.offer(),
                                standing.license(),
                                empty,
                                new Earlier.Nothing(),
                                Optional.empty(),
                                Optional.empty())
                        .invited(standing.invitation().map(Invitation::unused)));
    }

    private static Capacity emptied(Capacity room) {
        return new Capacity(room.room(), room.seats(), 0, 0);
    }
}
