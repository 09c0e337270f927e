package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;

/// What became of a request to hold seats.
public sealed interface HoldDecision
        permits HoldDecision.Held,
                HoldDecision.Repeated,
                HoldDecision.KeyReused,
                HoldDecision.Full,
                HoldDecision.Unlicensed,
                HoldDecision.Closed,
                HoldDecision.UnknownEvent,
                HoldDecision.UnknownChoice,
                MustWait,
                Undecided {
    /// All places are held until the hold expires. `capacities` are the rooms it changed.
    record Held(Hold hold, List<Capacity> capacities) implements HoldDecision {
        public Held {
            capacities = List.copyOf(capacities);
        }
    }

    /// The same request was granted before; the hold is as it stands now.
    record Repeated(Hold earlier) implements HoldDecision {}

    record KeyReused() implements HoldDecision {}

    record Full(RoomId room, int remaining) implements HoldDecision {}

    record Unlicensed(OrgId org) implements HoldDecision {}

    record Closed(EventId event) implements HoldDecision {}

    record UnknownEvent(EventId event) implements HoldDecision {}

    record UnknownChoice(RoomId choice) implements HoldDecision {}
}
