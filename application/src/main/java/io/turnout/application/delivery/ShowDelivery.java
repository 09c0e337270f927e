package io.turnout.application.delivery;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// How an org's delivery stands: its lanes, what was set aside, and the newest rows of one event.
public final class ShowDelivery {
    private static final int LANES = 100;
    private static final int SET_ASIDE = 200;
    private static final int ROWS = 50;

    private final Outbox outbox;

    public ShowDelivery(Outbox outbox) {
        this.outbox = outbox;
    }

    public View show(OrgId org, Optional<EventId> event) {
        return new View(
                outbox.lanes(org, LANES),
                outbox.setAside(org, SET_ASIDE),
                event.map(one -> outbox.recent(org, one, ROWS)).orElse(List.of()));
    }

    /// The answer; every list has a bound.
    public record View(
            List<Outbox.LaneView> lanes,
            List<Outbox.SetAside> setAside,
            List<Outbox.RowView> rows) {}
}
