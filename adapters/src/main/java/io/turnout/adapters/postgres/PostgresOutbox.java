package io.turnout.adapters.postgres;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Trail;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import java.util.List;
import java.util.Optional;

/// The outbox in PostgreSQL. Every instance may take from it: the database's clock and a lease on
/// each lane say who calls, and no transaction is open while somebody does.
public final class PostgresOutbox implements Outbox {
    private final LaneClaim claim;
    private final Settlement settlement;
    private final OutboxViews views;
    private final LaneLease lease;

    /// Opens it for one instance.
    ///
    /// @param instance a name for this process, for the eyes of whoever looks who holds a lease
    public PostgresOutbox(Gate gate, Vault vault, String instance) {
        OutboxSeal seal = new OutboxSeal(vault);
        this.lease = new LaneLease(gate, instance);
        this.settlement = new Settlement(gate, seal);
        this.claim = new LaneClaim(gate, lease, seal);
        this.views = new OutboxViews(gate, seal);
    }

    @Override
    public Optional<Batch> take(BatchRule rule) {
        return claim.take(rule).flatMap(this::readable);
    }

    private Optional<Batch> readable(LaneClaim.Claimed claimed) {
        Batch batch = claimed.batch();
        if (!claimed.unreadable().isEmpty()) {
            settlement.setAside(batch.lease(), claimed.unreadable());
        }
        if (batch.attendees().isEmpty()) {
            lease.release(batch.lease());
            return Optional.empty();
        }
        return Optional.of(batch);
    }

    @Override
    public boolean renew(Lease held) {
        return lease.renew(held);
    }

    @Override
    public void settle(Batch batch, Receipt receipt) {
        settlement.settle(batch, receipt);
    }

    @Override
    public void release(Lease held) {
        lease.release(held);
    }

    @Override
    public List<SetAside> setAside(OrgId org, int limit) {
        return views.setAside(org, limit);
    }

    @Override
    public int replay(OrgId org, Optional<AttendeeId> attendee) {
        return settlement.replay(org, attendee);
    }

    @Override
    public List<LaneView> lanes(OrgId org, int limit) {
        return views.lanes(org, limit);
    }

    @Override
    public List<RowView> recent(OrgId org, EventId event, int limit) {
        return views.recent(org, event, limit);
    }

    @Override
    public Optional<Trail> trail(OrgId org, AttendeeId attendee) {
        return views.trail(org, attendee);
    }
}
