package io.turnout.application.delivery;

import io.turnout.application.flags.FlagDecisions;
import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.delivery.BulkTurn;
import io.turnout.domain.rollout.Flag;
import java.util.Optional;

/// One turn of one job: take, call, settle. Any instance may take the next. An org that has no Bulk
/// lane begins no job; one that it has begun goes on to its end.
public final class RelayBacklog {
    private final Backlog backlog;
    private final BulkRecords records;
    private final BulkRule rule;
    private final FlagDecisions flags;

    public RelayBacklog(Backlog backlog, BulkRecords records, BulkRule rule, FlagDecisions flags) {
        this.backlog = backlog;
        this.records = records;
        this.rule = rule;
        this.flags = flags;
    }

    /// How the turn ended; empty when none was due.
    public Optional<BulkReceipt> relay() {
        return backlog.take(rule, org -> flags.isOn(Flag.BULK_LANE, org)).map(this::turn);
    }

    private BulkReceipt turn(BulkTurn turn) {
        BulkReceipt receipt = records.take(turn);
        backlog.settle(turn, receipt);
        return receipt;
    }
}
