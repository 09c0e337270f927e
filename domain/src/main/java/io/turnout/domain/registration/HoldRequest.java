package io.turnout.domain.registration;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import java.util.List;
import java.util.Optional;

/// A visitor who wants seats kept while filling in the form: at most 50 places in all.
/// `ticket` is the one of a waiting room that lets it in, once.
public record HoldRequest(
        OrgId org,
        EventId event,
        IdempotencyKey key,
        HoldId id,
        List<HoldLine> lines,
        Optional<Ticket> ticket)
        implements Intent {
    public HoldRequest {
        lines = List.copyOf(lines);
        int places = lines.stream().mapToInt(HoldLine::quantity).sum();
        if (places < 1 || places > RegistrationRequest.GROUP_MAX) {
            throw new IllegalArgumentException("a hold has 1 to 50 places");
        }
    }

    /// Without a ticket.
    public HoldRequest(
            OrgId org, EventId event, IdempotencyKey key, HoldId id, List<HoldLine> lines) {
        this(org, event, key, id, lines, Optional.empty());
    }

    /// The same, but with this ticket or none.
    public HoldRequest with(Optional<Ticket> other) {
        return new HoldRequest(org, event, key, id, lines, other);
    }

    public Demand demand() {
        return Demand.ofLines(event, lines);
    }
}
