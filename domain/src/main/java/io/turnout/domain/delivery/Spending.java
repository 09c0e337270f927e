package io.turnout.domain.delivery;

import java.util.Optional;

/// What stands on an org's account of calls: those we made in the last 24 hours, and what the org
/// last said of everybody's; empty before its first answer. `since` are those we made after that.
public record Spending(long ours, long since, Optional<CallUsage> everybody) {
    public static final Spending NOTHING = new Spending(0, 0, Optional.empty());

    public Spending {
        if (ours < 0 || since < 0) {
            throw new IllegalArgumentException(ours + " calls of ours, " + since + " since");
        }
    }
}
