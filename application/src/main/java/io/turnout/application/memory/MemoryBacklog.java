package io.turnout.application.memory;

import io.turnout.application.delivery.Backlog;
import io.turnout.application.delivery.Outbox.State;
import io.turnout.application.delivery.Trail;
import io.turnout.domain.delivery.BulkLease;
import io.turnout.domain.delivery.BulkReceipt;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.delivery.BulkTurn;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Jobs in memory. Every turn that did not end a job is due again after a minute.
public final class MemoryBacklog implements Backlog {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final MemoryStore store;
    private final InstantSource clock;

    MemoryBacklog(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// A job and the version of each row that went into it.
    static final class Job {
        private final UUID id;
        private final EventId event;
        private final Map<AttendeeId, Long> rows;
        private final Instant startedAt;
        private String state = "new";
        private Optional<String> recordId = Optional.empty();
        private Optional<Instant> endedAt = Optional.empty();
        private Optional<String> note = Optional.empty();
        private Instant nextTurnAt;
        private long attempt;

        private Job(int number, EventId event, Map<AttendeeId, Long> rows, Instant now) {
            this.id = new UUID(0, number);
            this.event = event;
            this.rows = rows;
            this.startedAt = now;
            this.nextTurnAt = now;
        }

        boolean has(AttendeeId row) {
            return endedAt.isEmpty() && rows.containsKey(row);
        }
    }

    @Override
    public Optional<BulkTurn> take(BulkRule rule, Predicate<OrgId> begins) {
        synchronized (store) {
            for (OrgId org : List.copyOf(store.orgs.keySet())) {
                MemoryStore.Tables tables = store.of(org);
                if (begins.test(org)) {
                    begin(tables, rule);
                }
                Optional<BulkTurn> turn =
                        tables.jobs.stream()
                                .filter(job -> job.endedAt.isEmpty())
                                .filter(job -> !job.nextTurnAt.isAfter(clock.instant()))
                                .findFirst()
                                .map(job -> turn(org, job));
                if (turn.isPresent()) {
                    return turn;
                }
            }
            return Optional.empty();
        }
    }

    private void begin(MemoryStore.Tables tables, BulkRule rule) {
        if (tables.jobs.stream().anyMatch(job -> job.endedAt.isEmpty())) {
            return;
        }
        Instant now = clock.instant();
        Map<EventId, Map<AttendeeId, Long>> waiting = new HashMap<>();
        tables.outbox.values().stream()
                .filter(row -> row.state() == State.WAITING && !row.dueAt().isAfter(now))
                .filter(row -> !row.owedAt().plus(rule.age()).isAfter(now))
                .map(MemoryRow::owed)
                .forEach(
                        row -> {
                            var rows =
                                    waiting.computeIfAbsent(
                                            row.event(), _ -> new LinkedHashMap<>());
                            rows.put(row.id(), row.version());
                        });
        waiting.forEach(
                (event, rows) -> {
                    if (rows.size() >= rule.rows()) {
                        Map<AttendeeId, Long> some = new LinkedHashMap<>();
                        rows.entrySet().stream()
                                .limit(rule.max())
                                .forEach(row -> some.put(row.getKey(), row.getValue()));
                        tables.jobs.add(new Job(tables.jobs.size() + 1, event, some, now));
                    }
                });
    }

    private BulkTurn turn(OrgId org, Job job) {
        job.attempt++;
        job.nextTurnAt = clock.instant().plus(LEASE);
        BulkLease lease = new BulkLease(org, job.id, job.attempt);
        if (job.recordId.isEmpty()) {
            return new BulkTurn.Create(lease);
        }
        String recordId = job.recordId.get();
        return job.state.equals("created")
                ? new BulkTurn.Load(lease, recordId, rows(org, job))
                : new BulkTurn.Look(lease, recordId);
    }

    private List<OwedAttendee> rows(OrgId org, Job job) {
        return store.of(org).outbox.values().stream()
                .map(MemoryRow::owed)
                .filter(row -> job.rows.containsKey(row.id()))
                .toList();
    }

    @Override
    public void settle(BulkTurn turn, BulkReceipt receipt) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(turn.lease().org());
            tables.jobs.stream()
                    .filter(job -> job.id.equals(turn.lease().job()))
                    .filter(job -> job.endedAt.isEmpty() && job.attempt == turn.lease().attempt())
                    .findFirst()
                    .ifPresent(job -> settle(tables, job, receipt));
        }
    }

    private void settle(MemoryStore.Tables tables, Job job, BulkReceipt receipt) {
        job.nextTurnAt = clock.instant();
        switch (receipt) {
            case BulkReceipt.Created(var recordId) -> {
                job.state = "created";
                job.recordId = Optional.of(recordId);
            }
            case BulkReceipt.Running() -> {
                job.state = "running";
                job.nextTurnAt = clock.instant().plus(AGAIN);
            }
            case BulkReceipt.Ended(var answers) -> {
                answers.forEach((row, answer) -> settle(tables, job, row, answer));
                end(job, Optional.empty());
            }
            case BulkReceipt.Lost(var why) -> end(job, Optional.of(why));
            case BulkReceipt.Failed failed -> {
                job.note = Optional.of(failed.receipt().getClass().getSimpleName());
                job.nextTurnAt = clock.instant().plus(AGAIN);
            }
        }
    }

    private void end(Job job, Optional<String> why) {
        job.state = "ended";
        job.note = why;
        job.endedAt = Optional.of(clock.instant());
    }

    private void settle(MemoryStore.Tables tables, Job job, AttendeeId id, RowAnswer answer) {
        MemoryRow row = tables.outbox.get(id);
        Long version = job.rows.get(id);
        if (row == null || version == null || row.owed().version() != version) {
            return;
        }
        Instant now = clock.instant();
        tables.outbox.put(
                id,
                switch (answer) {
                    case RowAnswer.Sent(var recordId, var created) ->
                            row.sent(new Trail.Arrival(recordId, created, now));
                    case RowAnswer.Wait(var reason, var patience) ->
                            row.waiting(
                                    now.plus(patience.after(row.failures() + 1, 0)),
                                    Optional.of(reason));
                    case RowAnswer.Refused(var reason) -> row.setAside(reason);
                });
    }

    @Override
    public List<JobView> jobs(OrgId org, int limit) {
        synchronized (store) {
            return store.of(org).jobs.reversed().stream()
                    .limit(limit)
                    .map(
                            job ->
                                    new JobView(
                                            job.event,
                                            job.state,
                                            job.recordId,
                                            job.rows.size(),
                                            job.startedAt,
                                            job.endedAt,
                                            job.note))
                    .toList();
        }
    }
}
