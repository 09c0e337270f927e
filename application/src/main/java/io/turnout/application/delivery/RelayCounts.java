package io.turnout.application.delivery;

import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.CountRule;
import io.turnout.domain.delivery.Receipt;
import java.util.Optional;

/// The counts of one event go to its org: take, call, settle, with no transaction open meanwhile.
public final class RelayCounts {
    private final SeatCounts counts;
    private final OrgRecords records;
    private final Renewal renewal;
    private final CountRule rule;

    public RelayCounts(SeatCounts counts, OrgRecords records, Renewal renewal, CountRule rule) {
        this.counts = counts;
        this.records = records;
        this.renewal = renewal;
        this.rule = rule;
    }

    /// The receipt of the one call it made; empty when nothing was due.
    public Optional<Receipt> relay() {
        return counts.take(rule).map(this::send);
    }

    private Receipt send(CountBatch batch) {
        Receipt receipt = renewal.during(batch.lease(), () -> records.count(batch));
        counts.settle(batch, receipt);
        return receipt;
    }
}
