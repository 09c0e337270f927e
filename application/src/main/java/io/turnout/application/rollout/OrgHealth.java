package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Figures;
import io.turnout.domain.rollout.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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

    /// The same over time, by the step in which it was seen, for at most as long as it is kept;
    /// steps are whole minutes and begin where a day's do. Of a backlog and of calls the most of a
    /// step. A step in which nothing was seen is left out.
    Map<Instant, Figures> over(Set<OrgId> orgs, Span period, Duration step);
}
