package io.turnout.adapters.salesforce;

import io.turnout.domain.delivery.Patience;

/// What is to happen to a row that failed. Of several errors the last named here counts.
enum RowVerdict {
    /// It lost a race with itself, or fell with its neighbours.
    RACE(Patience.AT_ONCE),
    LOCK(Patience.LOCK),
    PARENT(Patience.PARENT),
    SLOW(Patience.SLOW),
    AUTOMATION(Patience.AUTOMATION),
    STORAGE(Patience.STORAGE),
    /// The batch was too much for the org's own automation.
    HEAVY(Patience.AUTOMATION),
    /// The org does not let us write it so; when it says so of all rows, none is to blame.
    CONFIG(Patience.SLOW),
    /// Not as it is.
    POISON(Patience.SLOW);

    private final Patience patience;

    RowVerdict(Patience patience) {
        this.patience = patience;
    }

    /// How long the row is tried again, unless it is poison.
    Patience patience() {
        return patience;
    }
}
