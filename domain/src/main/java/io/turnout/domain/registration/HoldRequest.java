package io.turnout.domain.registration;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;

/// A visitor who wants seats kept while filling in the form: at most 50 places in all.
public record HoldRequest(
        OrgId org, EventId event, IdempotencyKey key, HoldId id, List<HoldLine> lines)
        implements Intent {
    public HoldRequest {
        lines = List.copyOf(lines);
        int places = lines.stream().mapToInt(HoldLine::quantity).sum();
        if (places < 1 || places > RegistrationRequest.GROUP_MAX) {
            throw new IllegalArgumentException("a hold has 1 to 50 places");
        }
    }

    public Demand demand() {
        return Demand.ofLines(event, lines);
    }
}
