package io.turnout.application.publishing;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import java.util.Map;

/// An event, as its organiser has it now, is shown from here on.
public final class PublishEvent {
    private final EventPages pages;

    public PublishEvent(EventPages pages) {
        this.pages = pages;
    }

    public void publish(Event event, Map<RoomId, Seats> seats) {
        pages.keep(event, seats);
    }
}
