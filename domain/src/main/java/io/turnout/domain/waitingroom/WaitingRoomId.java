package io.turnout.domain.waitingroom;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;

/// One opening of the waiting room of an event. `epoch` counts the openings from one, so that a
/// ticket of yesterday's queue is worth nothing in today's.
public record WaitingRoomId(OrgId org, EventId event, long epoch) {
    public WaitingRoomId {
        if (epoch < 1) {
            throw new IllegalArgumentException("openings count from one");
        }
    }
}
