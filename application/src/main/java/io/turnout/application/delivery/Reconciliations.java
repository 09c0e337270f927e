package io.turnout.application.delivery;

import io.turnout.domain.delivery.Drift;
import io.turnout.domain.delivery.SentAttendee;
import io.turnout.domain.delivery.Tally;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which events have to be compared with their org, how far each comparison is, and what it found.
/// An event is due once a day, in its own night, and whenever somebody asks.
public interface Reconciliations {
    /// Longer than one call takes.
    Duration LEASE = Duration.ofMinutes(2);

    /// Wants an event compared row by row, now. False when there is no such event here, or its org
    /// is away.
    boolean want(OrgId org, EventId event);

    /// The next turn of some comparison, under a lease of `LEASE`. Empty when nothing is due.
    Optional<Turn> take();

    /// What we sent of the event, by the same count.
    Tally tally(OrgId org, EventId event);

    /// What we sent with keys after `after`, up to and with `last` when there is one, in the order
    /// of their keys, at most `limit`.
    List<SentAttendee> sent(Turn turn, Optional<String> last, int limit);

    /// A turn has found so much: what is owed is sent again, what was deleted is set aside with
    /// that as its reason. `next` is where the next turn begins; empty ends the comparison.
    void found(Turn turn, Drift drift, Optional<String> next);

    /// The turn could not be taken; again in a while.
    void postpone(Turn turn, String why);

    /// The newest comparison of each event of an org, at most `limit`.
    List<View> views(OrgId org, int limit);

    /// One call's worth of a comparison: first by count, then by row from `after` on. `byRow` asks
    /// for the rows whatever the counts say.
    record Turn(
            OrgId org,
            EventId event,
            long attempt,
            boolean counting,
            boolean byRow,
            String after) {}

    /// A comparison in numbers.
    record View(
            EventId event,
            boolean running,
            long rowsSeen,
            long owedAgain,
            long deletedThere,
            long strangers,
            long calls,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            Optional<String> note) {}
}
