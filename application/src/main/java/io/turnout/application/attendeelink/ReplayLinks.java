package io.turnout.application.attendeelink;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import java.util.Optional;

/// Addresses that were set aside are owed again, after somebody mended what was wrong.
public final class ReplayLinks {
    private final OwedLinks owed;

    public ReplayLinks(OwedLinks owed) {
        this.owed = owed;
    }

    /// One, or all of an org; how many it were.
    public int replay(OrgId org, Optional<InviteeId> record) {
        return owed.replay(org, record);
    }
}
