package io.turnout.application.delivery;

import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.delivery.Spending;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.List;

/// The account of every org's calls (A21), one for all instances. Whoever calls an org asks here
/// first, so that nothing can be called around it.
public interface CallBudget {
    /// Whether one more call may be made now. If so it is counted at once, whatever becomes of
    /// it: a call that is lost on its way may have arrived. Never throws for a no.
    Permit ask(OrgId org, CallKind kind);

    /// What the org said of everybody's calls with its last answer.
    void heard(OrgId org, CallUsage usage);

    /// The org refused a call since its calls of the day are used up: nothing of ours is called
    /// for a while, then one by one.
    void exhausted(OrgId org);

    /// How the org's account stands.
    Spending look(OrgId org);

    /// Our calls of the last 24 hours in quarters of an hour, the oldest first; without those in
    /// which there were none.
    List<Quarter> day(OrgId org);

    /// The calls of the quarter of an hour that begins at `at`.
    record Quarter(Instant at, long calls) {}

    /// Whether a call may be made.
    sealed interface Permit {
        record Granted() implements Permit {}

        /// Not now; `why` is for whoever looks after the org.
        record Refused(String why) implements Permit {}
    }
}
