package io.turnout.application.erasure;

import java.time.Duration;

/// What becomes of writes to Salesforce that wait while somebody is forgotten.
///
/// @param patience how long they are waited for where they are sent first
public record ErasureRule(Pending pending, Duration patience) {
    public static final ErasureRule USUAL =
            new ErasureRule(Pending.WITHDRAW, Duration.ofSeconds(20));

    /// Which of the two.
    public enum Pending {
        /// They are not sent any more; who never left is never told.
        WITHDRAW,
        /// The org gets them first, where it can within the patience, and is told to forget them.
        SEND_FIRST
    }
}
