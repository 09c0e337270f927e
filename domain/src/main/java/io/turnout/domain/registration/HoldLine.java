package io.turnout.domain.registration;

import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import java.util.List;

/// Some places of one kind in a hold: so many of an item, each with the same sessions.
public record HoldLine(ItemId item, int quantity, List<SessionId> sessions) {
    public HoldLine {
        sessions = new Place(item, sessions).sessions();
        if (quantity < 1 || quantity > RegistrationRequest.GROUP_MAX) {
            throw new IllegalArgumentException("1 to 50 places a line");
        }
    }
}
