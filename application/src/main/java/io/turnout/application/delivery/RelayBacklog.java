package io.turnout.application.delivery;

import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.delivery.BulkTurn;
import java.util.Optional;

/// One turn of one job: take, call, settle. Any instance may take the next.
public final class RelayBacklog {
    private final Backlog backlog;
    private final BulkRecords records;
    private final BulkRule rule;

    public RelayBacklog(Backlog backlog, BulkRecords records, BulkRule rule) {
        this.backlog = backlog;
        this.records = records;
        this.rule = rule;
    }

    /// How the turn ended; empty when none was due.
    public Optional<BulkReceipt> relay() {
        return backlog.take(rule).map(this::turn);
    }

    private BulkReceipt turn(BulkTurn turn) {
        BulkReceipt receipt = records.take(turn);
        backlog.settle(turn, receipt);
        return receipt;
    }
}
