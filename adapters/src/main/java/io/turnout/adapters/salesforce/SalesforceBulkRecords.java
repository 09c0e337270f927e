package io.turnout.adapters.salesforce;

import io.turnout.application.delivery.BulkRecords;
import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkTurn;
import io.turnout.domain.delivery.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Jobs of Bulk API 2.0: open one, hand its rows over, look now and then, read what became of
/// each row. Rows are upserted by our own key, so a job that ran twice leaves what one leaves.
public final class SalesforceBulkRecords implements BulkRecords {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceBulkRecords.class);

    private final OrgCalls calls;
    private final SalesforceConnections connections;

    public SalesforceBulkRecords(OrgCalls calls, SalesforceConnections connections) {
        this.calls = calls;
        this.connections = connections;
    }

    @Override
    public BulkReceipt take(BulkTurn turn) {
        BulkReceipt receipt = safely(turn);
        if (receipt instanceof BulkReceipt.Failed || receipt instanceof BulkReceipt.Lost) {
            LOG.warn(
                    "a turn of a bulk job failed: org {}, {}, {}",
                    turn.lease().org(),
                    turn.getClass().getSimpleName(),
                    receipt instanceof BulkReceipt.Failed(var why)
                            ? why.getClass().getSimpleName()
                            : "Lost");
        }
        return receipt;
    }

    private BulkReceipt safely(BulkTurn turn) {
        try {
            return connections
                    .of(turn.lease().org())
                    .map(connection -> new BulkJob(calls, connection).take(turn))
                    .orElse(failed(new Receipt.Barred("the org is not connected")));
        } catch (RuntimeException broken) {
            // The port promises not to throw. The message may name a person: only its kind is kept.
            String kind = broken.getClass().getSimpleName();
            return failed(new Receipt.Away("a fault of our own: " + kind));
        }
    }

    private static BulkReceipt failed(Receipt receipt) {
        return new BulkReceipt.Failed(receipt);
    }
}
