package io.turnout.domain.delivery;

import java.time.Duration;

/// How a row that Salesforce did not take now is tried again: alone, later each time, and so
/// often; after that it is set aside, since somebody should look.
public enum Patience {
    /// It lost a race, and what it lost to is over.
    AT_ONCE(Duration.ofMillis(500), Duration.ofSeconds(2), 3),
    /// Somebody holds the record, or its parent.
    LOCK(Duration.ofSeconds(1), Duration.ofMinutes(5), 10),
    /// What it points to may still come.
    PARENT(Duration.ofSeconds(5), Duration.ofMinutes(10), 20),
    /// The org's own triggers and flows stumbled.
    AUTOMATION(Duration.ofSeconds(2), Duration.ofMinutes(1), 6),
    /// Something else that may pass, within a day or so.
    SLOW(Duration.ofSeconds(30), Duration.ofMinutes(30), 55),
    /// The org has no room for new records; an administrator has to make some.
    STORAGE(Duration.ofMinutes(15), Duration.ofHours(1), 200);

    private final Duration first;
    private final Duration longest;
    private final int tries;

    Patience(Duration first, Duration longest, int tries) {
        this.first = first;
        this.longest = longest;
        this.tries = tries;
    }

    /// Whether so many failures were enough.
    public boolean isOver(int failures) {
        return failures >= tries;
    }

    /// The wait after so many failures, 1 or more; `chance` is from 0 to 1.
    public Duration after(int failures, double chance) {
        return new Backoff(first, longest).after(failures, chance);
    }
}
