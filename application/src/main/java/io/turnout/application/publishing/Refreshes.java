package io.turnout.application.publishing;

import io.turnout.domain.delivery.Backoff;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Pulled;
import io.turnout.domain.publishing.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which events are to be pulled from their orgs again. However often one is wanted before its
/// pull begins, it is pulled once; wanted again meanwhile, once more. What is shown stays as it
/// is until a newer copy is kept.
public interface Refreshes {
    /// A wish waits so long for others that come with it.
    Duration LINGER = Duration.ofMillis(200);

    /// Two pulls of one event begin no sooner after each other; nor, after one that failed,
    /// however often somebody asks.
    Duration SPACING = Duration.ofSeconds(1);

    Duration SPACING_AFTER_FAILURE = Duration.ofSeconds(10);

    /// How long a pull that failed waits until it is tried again unasked.
    Backoff RETRY = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15));

    static Duration spacing(int failures) {
        return failures == 0 ? SPACING : SPACING_AFTER_FAILURE;
    }

    /// How long a pull may take before another instance repeats it.
    Duration LEASE = Duration.ofSeconds(30);

    /// Wants these events pulled. Answers how many of them were not wanted already.
    int want(OrgId org, Collection<EventId> events, Cause cause);

    /// Wants all that is kept of an org as published pulled, in its turn.
    void wantKept(OrgId org);

    /// Takes some events of one org whose time has come, at most `OrgCatalog.EVENTS_MAX`. Wishes
    /// that somebody waits for go first, then orgs in turn; of an org's other wishes one lot is
    /// on its way at a time. An instance that dies gives them back when `LEASE` is over.
    Optional<Refresh> take();

    /// Keeps what was pulled of one event, or takes it away, in the transaction that ends the
    /// lease. False, and nothing is kept, when the lease is no longer ours: then somebody pulled
    /// later than we did.
    boolean settle(Refresh refresh, Pulled pulled);

    /// Gives all of them back, to be tried again after a while that grows with each failure.
    void postpone(Refresh refresh, String why);

    /// Those of the events whose last pull found no event that can be shown.
    Set<EventId> troubled(OrgId org, Collection<EventId> events);

    /// How the events of an org stand, troubled and wanted ones first, at most `limit`.
    List<View> look(OrgId org, int limit);

    /// Why an event is wanted.
    enum Cause {
        /// Its organiser says so, and waits.
        NUDGE,
        /// We looked for ourselves.
        SWEEP
    }

    /// What one pull is for; `attempt` tells it from every other.
    record Refresh(OrgId org, List<Wanted> events) {
        public Refresh {
            events = List.copyOf(events);
        }

        public List<EventId> ids() {
            return events.stream().map(Wanted::event).toList();
        }
    }

    /// One event under lease. `wish` is the newest wish that this pull fulfils.
    record Wanted(EventId event, long attempt, long wish) {}

    /// How one event stands. No version: nothing of it was ever kept. `failure` is why it could
    /// not be asked for, if so. `waiting` groups stand in line for seats there.
    record View(
            EventId event,
            Optional<Long> version,
            boolean shown,
            Optional<Instant> pulledAt,
            boolean pending,
            Optional<String> failure,
            Optional<Trouble> trouble,
            int waiting) {}
}
