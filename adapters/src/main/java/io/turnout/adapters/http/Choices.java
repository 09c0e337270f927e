package io.turnout.adapters.http;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.registration.Place;
import java.util.List;

/// Where in a body a choice stands that the event does not have.
final class Choices {
    private Choices() {}

    /// The field of the first place that names it, such as `attendees[2].item`.
    static String field(String list, List<Place> places, RoomId choice) {
        for (int i = 0; i < places.size(); i++) {
            String at = list + "[" + i + "].";
            Place place = places.get(i);
            if (RoomId.of(place.item()).equals(choice)) {
                return at + "item";
            }
            if (place.sessions().stream().map(RoomId::of).anyMatch(choice::equals)) {
                return at + "sessions";
            }
        }
        return list;
    }
}
