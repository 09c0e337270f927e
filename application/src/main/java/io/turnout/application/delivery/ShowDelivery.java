package io.turnout.application.delivery;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// How an org's delivery stands: its lanes, what was set aside, its jobs and comparisons, and the
/// newest rows of one event.
public final class ShowDelivery {
    private static final int LANES = 100;
    private static final int SET_ASIDE = 200;
    private static final int ROWS = 50;
    private static final int JOBS = 20;

    private final Outbox outbox;
    private final Backlog backlog;
    private final Reconciliations reconciliations;

    public ShowDelivery(Outbox outbox, Backlog backlog, Reconciliations reconciliations) {
        this.outbox = outbox;
        this.backlog = backlog;
        this.reconciliations = reconciliations;
    }

    public View show(OrgId org, Optional<EventId> event) {
        return new View(
                outbox.lanes(org, LANES),
                outbox.setAside(org, SET_ASIDE),
                event.map(one -> outbox.recent(org, one, ROWS)).orElse(List.of()),
                backlog.jobs(org, JOBS),
                reconciliations.views(org, LANES));
    }

    /// The answer; every list has a bound.
    public record View(
            List<Outbox.LaneView> lanes,
            List<Outbox.SetAside> setAside,
            List<Outbox.RowView> rows,
            List<Backlog.JobView> jobs,
            List<Reconciliations.View> reconciliations) {}
}
