package io.turnout.application.delivery;

import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Receipt;
import java.util.Optional;

/// One batch goes from the outbox to its org: take, call, settle. No transaction is open during
/// the call, which may be repeated and never loses a row.
public final class RelayOutbox {
    private final Outbox outbox;
    private final OrgRecords records;
    private final Renewal renewal;
    private final BatchRule rule;

    public RelayOutbox(Outbox outbox, OrgRecords records, Renewal renewal, BatchRule rule) {
        this.outbox = outbox;
        this.records = records;
        this.renewal = renewal;
        this.rule = rule;
    }

    /// The receipt of the one batch it sent; empty when nothing was due.
    public Optional<Receipt> relay() {
        Optional<Batch> taken = outbox.take(rule);
        return taken.map(this::send);
    }

    private Receipt send(Batch batch) {
        Receipt receipt = renewal.during(batch.lease(), () -> records.write(batch));
        outbox.settle(batch, receipt);
        return receipt;
    }
}
