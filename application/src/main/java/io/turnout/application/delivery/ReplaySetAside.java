package io.turnout.application.delivery;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import java.util.Optional;

/// Rows that were set aside are owed again, once their cause is mended.
public final class ReplaySetAside {
    private final Outbox outbox;

    public ReplaySetAside(Outbox outbox) {
        this.outbox = outbox;
    }

    /// Replays one row, or all of the org. How many it were.
    public int replay(OrgId org, Optional<AttendeeId> attendee) {
        return outbox.replay(org, attendee);
    }
}
