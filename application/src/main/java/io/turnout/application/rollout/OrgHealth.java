package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Figures;
import io.turnout.domain.rollout.Span;
import java.time.Duration;
import java.util.Set;

/// How requests of orgs fare. Noting one is done in memory and forgotten when an instance
/// dies before it writes down what it noted.
public interface OrgHealth {
    /// Of so many orgs requests are noted between two flushes at most.
    int ORGS_MAX = 2_000;

    /// What was measured is kept for so long.
    Duration KEPT = Duration.ofDays(2);

    /// A request was answered. Never waits, never throws.
    void note(OrgId org, boolean failed, long millis);

    /// Writes down what was noted since, and forgets what is too old.
    void flush();

    /// All that these orgs' requests were in a period, on all instances, to the minute; and how
    /// long rows wait for their Salesforce, and what of its calls is used, now.
    Figures measured(Set<OrgId> orgs, Span period);
}
