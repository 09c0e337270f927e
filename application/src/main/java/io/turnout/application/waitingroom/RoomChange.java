package io.turnout.application.waitingroom;

import io.turnout.domain.audit.Change;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.domain.waitingroom.WaitingRoom.Status;
import java.time.Instant;
import java.util.Optional;

/// How an operator's word on a waiting room stands in the audit trail.
record RoomChange(
        OrgId org,
        EventId event,
        Optional<WaitingRoom> before,
        Status after,
        Optional<Instant> startsAt) {
    Change told() {
        Optional<WaitingRoom> open = before.filter(WaitingRoom::isOpen);
        Optional<Instant> start = open.map(WaitingRoom::startsAt);
        return new Change("waiting room", Optional.of(org), "event=" + event)
                .value(
                        "state",
                        Optional.of(open.isPresent() ? Status.OPEN : Status.CLOSED),
                        Optional.of(after))
                .value("startsAt", start, start.or(() -> startsAt));
    }
}
