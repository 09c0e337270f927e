package io.turnout.domain.registration;

import java.time.Instant;

/// Where a registration stands that asked to wait for seats.
public sealed interface Waiting {
    /// It does not wait: it is confirmed or given up.
    record Over() implements Waiting {}

    /// It stands in line at this place, from 1.
    record InLine(int place) implements Waiting {}

    /// Its seats are held for it until then, for it to accept.
    record Offered(Instant until) implements Waiting {
        public boolean runningAt(Instant now) {
            return now.isBefore(until);
        }
    }
}
