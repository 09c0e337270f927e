package io.turnout.domain.registration;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import java.util.List;
import java.util.Optional;

/// A group of 1 to 50 that wants to come, all of them or none. `id` and the attendees' ids are
/// those it will have if it is admitted now; a repeat keeps the earlier ones. `ticket` is the one
/// of a waiting room that lets it in, once; `link` the one it was invited by, for one person.
public record RegistrationRequest(
        OrgId org,
        EventId event,
        IdempotencyKey key,
        RegistrationId id,
        List<Attendee> attendees,
        Optional<HoldId> hold,
        IfFull ifFull,
        Optional<Ticket> ticket,
        Optional<LinkId> link)
        implements Intent {
    public static final int GROUP_MAX = 50;

    public RegistrationRequest {
        attendees = List.copyOf(attendees);
        if (attendees.isEmpty() || attendees.size() > GROUP_MAX) {
            throw new IllegalArgumentException("a group has 1 to " + GROUP_MAX + " attendees");
        }
        if (link.isPresent() && attendees.size() > 1) {
            throw new IllegalArgumentException("a link invites one person");
        }
    }

    /// One that will not wait for seats, without a ticket or a link.
    public RegistrationRequest(
            OrgId org,
            EventId event,
            IdempotencyKey key,
            RegistrationId id,
            List<Attendee> attendees,
            Optional<HoldId> hold) {
        this(org, event, key, id, attendees, hold, IfFull.REFUSE);
    }

    /// One without a ticket or a link.
    public RegistrationRequest(
            OrgId org,
            EventId event,
            IdempotencyKey key,
            RegistrationId id,
            List<Attendee> attendees,
            Optional<HoldId> hold,
            IfFull ifFull) {
        this(org, event, key, id, attendees, hold, ifFull, Optional.empty(), Optional.empty());
    }

    /// The same, but with this ticket or none.
    public RegistrationRequest with(Optional<Ticket> other) {
        return new RegistrationRequest(org, event, key, id, attendees, hold, ifFull, other, link);
    }

    /// The same, but through this link or none.
    ///
    /// @throws IllegalArgumentException when a group would come through it
    public RegistrationRequest invited(Optional<LinkId> by) {
        return new RegistrationRequest(org, event, key, id, attendees, hold, ifFull, ticket, by);
    }

    public Demand demand() {
        return Demand.of(event, attendees.stream().map(Attendee::place).toList());
    }

    public List<Seat> seats() {
        return attendees.stream().map(a -> new Seat(a.id(), a.place())).toList();
    }

    @Override
    public String toString() {
        return "RegistrationRequest[" + id + ", " + attendees.size() + " for " + event + "]";
    }
}
