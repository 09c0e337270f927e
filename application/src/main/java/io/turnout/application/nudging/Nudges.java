package io.turnout.application.nudging;

import java.time.Duration;

/// What orgs told us, kept before it is acknowledged.
public interface Nudges {
    /// A message is known again for at least so long; its signature is refused long before that.
    Duration REMEMBERED = Duration.ofMinutes(15);

    /// Keeps what a nudge wants looked at, together with its id. False when this message was kept
    /// before, or the org is not at home here: then nothing changes.
    boolean keep(Nudge nudge);
}
