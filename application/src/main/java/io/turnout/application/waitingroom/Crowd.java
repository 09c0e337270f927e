package io.turnout.application.waitingroom;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Crowding;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// How many stand at the doors of this instance, event by event. It counts in memory and is no
/// truth: what it says opens a waiting room, and nothing else.
public interface Crowd {
    /// Decides, and counts who waits meanwhile and how it ended. `turnedAway` says which answers
    /// mean that it was too much.
    <D> D count(OrgId org, EventId event, Predicate<D> turnedAway, Supplier<D> decision);

    /// What was seen since the last look, of the events where anything was.
    Map<Door, Crowding> look();

    /// Where a crowd stands.
    record Door(OrgId org, EventId event) {}
}
