package io.turnout.application.waitingroom;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Seed;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.util.Optional;

/// Signs tickets with a key of the org, so that no ticket has to be kept, and any instance knows
/// every one. Answers from memory once the org's keys are at hand.
public interface TicketSeals {
    /// The seed of an opening: always the same, and nobody's guess before it is published.
    Seed seed(WaitingRoomId room);

    /// The ticket as its bearer keeps it: URL-safe text without personal data.
    String seal(Ticket ticket);

    /// The ticket that was sealed for this event. Empty for whatever else it may be, and for an org
    /// that is not at home here.
    Optional<Ticket> open(OrgId org, EventId event, String token);
}
