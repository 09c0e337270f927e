package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// What became of a request to register: one case per thing the caller would do differently.
public sealed interface Decision
        permits Decision.Admitted,
                Decision.Waitlisted,
                Decision.Repeated,
                Decision.KeyReused,
                Decision.Full,
                Decision.Unlicensed,
                Decision.Closed,
                Decision.UnknownEvent,
                Decision.UnknownChoice,
                Decision.UnknownLink,
                Decision.LinkUsed,
                Decision.Erased,
                MustWait,
                Undecided {
    /// Everybody is in. `capacities` are the rooms it changed, as they stand now; `usedHold` is
    /// the hold that it ended, whether used up, left over or expired.
    record Admitted(Registration registration, List<Capacity> capacities, Optional<Hold> usedHold)
            implements Decision {
        public Admitted {
            capacities = List.copyOf(capacities);
        }
    }

    /// There were too few seats, and the group stands in line for them.
    record Waitlisted(Registration registration) implements Decision {}

    /// The same request was admitted before, or stands in line.
    record Repeated(Registration earlier) implements Decision {}

    /// The key belongs to another request, which stays as it is.
    record KeyReused() implements Decision {}

    /// At least this room has fewer seats left than the group needs; nobody was admitted.
    record Full(RoomId room, int remaining) implements Decision {}

    /// The org may not hold a live event.
    record Unlicensed(OrgId org) implements Decision {}

    /// The event is over or was withdrawn.
    record Closed(EventId event) implements Decision {}

    record UnknownEvent(EventId event) implements Decision {}

    /// The event has no such item or session.
    record UnknownChoice(RoomId choice) implements Decision {}

    /// There is no such link, or none any more, or it invites to another event.
    record UnknownLink() implements Decision {}

    /// The link was used as often as it may be; `last` has the last of its uses.
    record LinkUsed(RegistrationId last) implements Decision {}

    /// What the key stood for was erased, at somebody's wish.
    record Erased() implements Decision {}
}
