package io.turnout.application.delivery;

import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.delivery.BulkTurn;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Rows of the outbox that leave by the thousand. An org has one job at a time; a row that is in
/// it leaves by no other way until the job has ended, while newer rows of the event go on live.
public interface Backlog {
    /// The next turn of some job, old or new, under a lease of `LEASE`. Empty when nothing is due.
    ///
    /// @param begins whether an org may begin a new job
    Optional<BulkTurn> take(BulkRule rule, Predicate<OrgId> begins);

    /// Writes down how the turn ended. Ignored when the lease is no longer ours. A row that
    /// changed while it was in the job stays owed.
    void settle(BulkTurn turn, BulkReceipt receipt);

    /// The org's jobs, newest first, at most `limit`.
    List<JobView> jobs(OrgId org, int limit);

    /// Longer than the calls of one turn may take together.
    Duration LEASE = Duration.ofMinutes(5);

    /// One job in numbers. `note` says what went wrong last, if anything did.
    record JobView(
            EventId event,
            String state,
            Optional<String> recordId,
            int rows,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<String> note) {}
}
