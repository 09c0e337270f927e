package io.turnout.application.delivery;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.CountRule;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many are registered in each room, as the orgs shall show it (B10). Counts of an event are
/// owed once attendees of it were sent; they share its lane with them, so that no record has two
/// calls in flight.
public interface SeatCounts {
    /// Takes the rooms of some event whose count is not what its org was told last, and the
    /// event's lane with them, for `Outbox.LEASE` from now. Empty when nothing is due.
    Optional<CountBatch> take(CountRule rule);

    /// Writes down how the call ended, and gives the lane back. Ignored when the lease is no
    /// longer ours. A room that was not taken is told again later; it holds up no other.
    void settle(CountBatch batch, Receipt receipt);

    /// What the org shows was found to be this: where it is not what is registered, it is owed
    /// again. How many rooms that were.
    int found(OrgId org, EventId event, Map<RoomId, Integer> shown);

    /// How the rooms of an event stand.
    List<RoomView> rooms(OrgId org, EventId event);

    /// A room, how many are registered, what the org was told, and why it refused, if it did.
    record RoomView(
            RoomId room, int registered, Optional<Integer> told, Optional<String> refusal) {}
}
