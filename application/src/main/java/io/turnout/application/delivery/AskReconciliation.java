package io.turnout.application.delivery;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;

/// An event is compared with its org, row by row, as soon as calls can be spared.
public final class AskReconciliation {
    private final Reconciliations reconciliations;

    public AskReconciliation(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    /// False when there is no such event here.
    public boolean ask(OrgId org, EventId event) {
        return reconciliations.want(org, event);
    }
}
