package io.turnout.application.retention;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.retention.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What was kept of events that are over. The storage's clock says for how long.
public interface Retained {
    /// How many are deleted at once at most.
    int ROUND_MAX = 500;

    /// How many of a kind are of events that ended more than `period` ago. What Salesforce is still
    /// owed does not count.
    long overdue(OrgId org, Kind kind, Duration period);

    /// Deletes some of these, at most `ROUND_MAX`, in one transaction, and says how many. What
    /// another instance deletes at this moment is left to it. 0 where the org is not at home.
    int delete(OrgId org, Kind kind, Duration period);

    /// Orgs at home here, after `after` in the order of their ids.
    List<OrgId> orgs(Optional<OrgId> after, int limit);
}
