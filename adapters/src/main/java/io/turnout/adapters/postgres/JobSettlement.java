package io.turnout.adapters.postgres;

import io.turnout.domain.delivery.Backoff;
import io.turnout.domain.delivery.BulkLease;
import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkTurn;
import io.turnout.domain.delivery.Receipt;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/// Writes down how a turn of a job ended. When the job has ended, each of its rows is settled by
/// its own answer, and what has none leaves again some other way.
final class JobSettlement {
    private static final Backoff LOOK = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60));
    private static final Backoff AGAIN = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));
    private static final Duration LONG = Duration.ofMinutes(15);

    private static final String OURS =
            """
            select event_id from bulk_job where org_id = :org and job_id = :job
            and attempt = :attempt and state <> 'ended' for update
            """;
    private static final String CREATED =
            """
            update bulk_job set state = 'created', record_id = :record, lease_until = null,
                failures = 0, note = null, next_turn_at = now()
            where org_id = :org and job_id = :job
            """;
    private static final String RUNNING =
            """
            update bulk_job set state = 'running', lease_until = null, failures = 0, note = null,
                looks = looks + 1, next_turn_at = now() + make_interval(secs => :wait)
            where org_id = :org and job_id = :job
            """;
    private static final String FAILED =
            """
            update bulk_job set lease_until = null, failures = failures + 1, note = :note,
                next_turn_at = now() + make_interval(secs => :wait)
            where org_id = :org and job_id = :job
            """;
    /// A row that was in a job may have left, whatever became of the job: it is marked as one that
    /// was in a call.
    private static final String ENDED =
            """
            with freed as (
                update outbox set bulk_job = null, bulk_version = null,
                    call_id = coalesce(call_id, :job)
                where org_id = :org and bulk_job = :job
            ), told as (
                update lane set owed = true, counts_owed_at = coalesce(counts_owed_at, now())
                where org_id = :org and event_id = :event
            )
            update bulk_job set state = 'ended', lease_until = null, ended_at = now(), note = :note
            where org_id = :org and job_id = :job
            """;
    private static final String PROGRESS =
            "select looks + failures from bulk_job where org_id = :org and job_id = :job";

    private final Gate gate;
    private final RowSettlement rows;

    JobSettlement(Gate gate, OutboxSeal seal) {
        this.gate = gate;
        this.rows = new RowSettlement(seal);
    }

    void settle(BulkTurn turn, BulkReceipt receipt) {
        BulkLease lease = turn.lease();
        gate.jdbi()
                .useTransaction(
                        handle ->
                                event(handle, lease)
                                        .ifPresent(event -> settle(handle, lease, event, receipt)));
    }

    private Optional<String> event(Handle handle, BulkLease lease) {
        return gate.enter(handle, lease.org()) == Gate.Entry.OK
                ? handle.createQuery(OURS)
                        .bind("org", lease.org().value())
                        .bind("job", lease.job())
                        .bind("attempt", lease.attempt())
                        .mapTo(String.class)
                        .findOne()
                : Optional.empty();
    }

    private void settle(Handle handle, BulkLease lease, String event, BulkReceipt receipt) {
        switch (receipt) {
            case BulkReceipt.Created(var record) ->
                    run(handle.createUpdate(CREATED).bind("record", record), lease);
            case BulkReceipt.Running() ->
                    run(
                            handle.createUpdate(RUNNING).bind("wait", wait(handle, lease, LOOK)),
                            lease);
            case BulkReceipt.Ended(var answers) -> {
                rows.settle(handle, lease, answers);
                end(handle, lease, event, "");
            }
            case BulkReceipt.Lost(var why) -> end(handle, lease, event, why);
            case BulkReceipt.Failed(var why) -> failed(handle, lease, event, why);
        }
    }

    /// What no later turn can mend ends the job; its rows find out alone what is wrong.
    private static void failed(Handle handle, BulkLease lease, String event, Receipt receipt) {
        String why = CallTrail.detail(receipt);
        switch (receipt) {
            case Receipt.Drifted _, Receipt.TooHeavy _ -> end(handle, lease, event, why);
            case Receipt.Spent _, Receipt.Unaffordable _, Receipt.Barred _ ->
                    later(handle, lease, why, LaneLease.seconds(LONG));
            case Receipt.Away _, Receipt.Crowded _, Receipt.Answered _ ->
                    later(handle, lease, why, wait(handle, lease, AGAIN));
        }
    }

    private static void later(Handle handle, BulkLease lease, String why, double wait) {
        run(handle.createUpdate(FAILED).bind("note", why).bind("wait", wait), lease);
    }

    private static double wait(Handle handle, BulkLease lease, Backoff backoff) {
        int before =
                handle.createQuery(PROGRESS)
                        .bind("org", lease.org().value())
                        .bind("job", lease.job())
                        .mapTo(Integer.class)
                        .one();
        double chance = ThreadLocalRandom.current().nextDouble();
        return LaneLease.seconds(backoff.after(before + 1, chance));
    }

    private static void end(Handle handle, BulkLease lease, String event, String why) {
        run(
                handle.createUpdate(ENDED)
                        .bind("event", event)
                        .bind("note", why.isEmpty() ? null : why),
                lease);
    }

    private static void run(org.jdbi.v3.core.statement.Update update, BulkLease lease) {
        int _ = update.bind("org", lease.org().value()).bind("job", lease.job()).execute();
    }
}
