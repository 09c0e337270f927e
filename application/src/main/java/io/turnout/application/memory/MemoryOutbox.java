package io.turnout.application.memory;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Trail;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Patience;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// The outbox in memory. Backoff has no chance in it here, and an org is never held back.
public final class MemoryOutbox implements Outbox {
    /// Until somebody finds the org's fields as they are needed, or else for this long.
    private static final Duration DRIFTED = Duration.ofHours(1);

    private final MemoryStore store;
    private final InstantSource clock;

    MemoryOutbox(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Batch> take(BatchRule rule) {
        synchronized (store) {
            for (OrgId org : store.orgs.keySet()) {
                for (EventId event : events(store.of(org))) {
                    Optional<Batch> batch = take(org, event, rule);
                    if (batch.isPresent()) {
                        return batch;
                    }
                }
            }
            return Optional.empty();
        }
    }

    private static Iterable<EventId> events(MemoryStore.Tables org) {
        TreeSet<EventId> events = new TreeSet<>(Comparator.comparing(EventId::value));
        org.outbox.values().forEach(row -> events.add(row.owed().event()));
        return events;
    }

    private Optional<Batch> take(OrgId org, EventId event, BatchRule rule) {
        MemoryStore.Tables tables = store.of(org);
        Instant now = clock.instant();
        MemoryLane lane = tables.lanes.getOrDefault(event, MemoryLane.FREE);
        List<MemoryRow> due =
                tables.outbox.values().stream()
                        .filter(row -> row.owed().event().equals(event))
                        .filter(row -> row.state() == State.WAITING && !row.dueAt().isAfter(now))
                        .filter(row -> tables.jobs.stream().noneMatch(j -> j.has(row.owed().id())))
                        .toList();
        boolean free = !now.isBefore(lane.leasedUntil()) && !now.isBefore(lane.nextCallAt());
        if (!free || !isDue(due, rule, now)) {
            return Optional.empty();
        }
        long attempt = lane.attempt() + 1;
        tables.lanes.put(
                event,
                new MemoryLane(attempt, now.plus(LEASE), now.plus(rule.pace()), lane.drifted()));
        List<OwedAttendee> rows =
                due.stream()
                        .limit(rule.max())
                        .map(row -> MemoryOwedLinks.toSend(tables, row))
                        .toList();
        Trail.Call call =
                new Trail.Call(
                        new UUID(event.hashCode(), attempt),
                        "attendees",
                        attempt,
                        "memory",
                        rows.size(),
                        now,
                        Optional.empty());
        due.stream()
                .limit(rule.max())
                .forEach(row -> tables.outbox.put(row.owed().id(), row.in(call)));
        return Optional.of(new Batch(new Lease(org, event, attempt), rows));
    }

    private static boolean isDue(List<MemoryRow> due, BatchRule rule, Instant now) {
        return due.size() >= rule.rows()
                || due.stream()
                        .anyMatch(
                                row ->
                                        row.failures() > 0
                                                || !row.owedAt().plus(rule.age()).isAfter(now));
    }

    @Override
    public boolean renew(Lease lease) {
        synchronized (store) {
            if (!lane(lease).isHeldUnder(lease)) {
                return false;
            }
            put(lease, clock.instant().plus(LEASE));
            return true;
        }
    }

    private MemoryLane lane(Lease lease) {
        return store.of(lease.org()).lanes.getOrDefault(lease.event(), MemoryLane.FREE);
    }

    private void put(Lease lease, Instant until) {
        put(lease, lane(lease).leasedUntil(until));
    }

    private void put(Lease lease, MemoryLane lane) {
        store.of(lease.org()).lanes.put(lease.event(), lane);
    }

    @Override
    public void settle(Batch batch, Receipt receipt) {
        synchronized (store) {
            if (!lane(batch.lease()).isHeldUnder(batch.lease())) {
                return;
            }
            if (receipt instanceof Receipt.Drifted) {
                put(batch.lease(), lane(batch.lease()).driftedUntil(clock.instant().plus(DRIFTED)));
                return;
            }
            MemoryStore.Tables tables = store.of(batch.org());
            Map<AttendeeId, MemoryRow> outbox = tables.outbox;
            for (int i = 0; i < batch.attendees().size(); i++) {
                OwedAttendee sent = batch.attendees().get(i);
                MemoryOwedLinks.heed(tables, sent, receipt, i);
                MemoryRow row = outbox.get(sent.id());
                if (row != null && row.owed().version() == sent.version()) {
                    outbox.put(sent.id(), settled(row, receipt, i));
                }
            }
            put(batch.lease(), lane(batch.lease()).settled());
            if (receipt instanceof Receipt.Answered) {
                var _ =
                        store.of(batch.org())
                                .countsOwed
                                .putIfAbsent(batch.lease().event(), clock.instant());
            }
        }
    }

    private MemoryRow settled(MemoryRow row, Receipt receipt, int i) {
        Instant now = clock.instant();
        if (!(receipt instanceof Receipt.Answered(var rows))) {
            Duration wait = Patience.LOCK.after(row.failures() + 1, 0);
            return row.waiting(now.plus(wait), Optional.empty());
        }
        MemoryRow ended =
                row.call()
                        .map(call -> row.in(ended(call, now)))
                        .orElseThrow(IllegalStateException::new);
        return switch (rows.get(i)) {
            case RowAnswer.Sent(var recordId, var created) ->
                    ended.sent(new Trail.Arrival(recordId, created, now));
            case RowAnswer.Wait(var reason, var patience) ->
                    patience.isOver(row.failures() + 1)
                            ? ended.setAside(reason)
                            : ended.waiting(
                                    now.plus(patience.after(row.failures() + 1, 0)),
                                    Optional.of(reason));
            case RowAnswer.Refused(var reason) -> ended.setAside(reason);
        };
    }

    private static Trail.Call ended(Trail.Call call, Instant at) {
        return new Trail.Call(
                call.id(),
                call.kind(),
                call.attempt(),
                call.instance(),
                call.rows(),
                call.startedAt(),
                Optional.of(new Trail.Ended(at, "answered", Optional.empty())));
    }

    @Override
    public void release(Lease lease) {
        synchronized (store) {
            if (lane(lease).isHeldUnder(lease)) {
                put(lease, MemoryLane.GIVEN_BACK);
            }
        }
    }

    @Override
    public List<SetAside> setAside(OrgId org, int limit) {
        synchronized (store) {
            return store.of(org).outbox.values().stream()
                    .filter(row -> row.state() == State.SET_ASIDE)
                    .limit(limit)
                    .map(MemoryOutbox::setAside)
                    .toList();
        }
    }

    private static SetAside setAside(MemoryRow row) {
        var reason = row.reason().orElseThrow();
        return new SetAside(
                row.owed().id(),
                row.owed().event(),
                reason.code(),
                reason.message(),
                reason.fields(),
                row.failures(),
                row.dueAt());
    }

    @Override
    public int replay(OrgId org, Optional<AttendeeId> attendee) {
        synchronized (store) {
            Map<AttendeeId, MemoryRow> outbox = store.of(org).outbox;
            List<MemoryRow> rows =
                    outbox.values().stream()
                            .filter(row -> row.state() == State.SET_ASIDE)
                            .filter(row -> attendee.map(row.owed().id()::equals).orElse(true))
                            .toList();
            rows.forEach(
                    row -> outbox.put(row.owed().id(), MemoryRow.owed(row.owed(), row.owedAt())));
            return rows.size();
        }
    }

    @Override
    public List<LaneView> lanes(OrgId org, int limit) {
        synchronized (store) {
            return java.util.stream.StreamSupport.stream(events(store.of(org)).spliterator(), false)
                    .limit(limit)
                    .map(event -> lane(org, event))
                    .toList();
        }
    }

    private LaneView lane(OrgId org, EventId event) {
        List<MemoryRow> rows = rows(org, event);
        return new LaneView(
                event,
                count(rows, State.WAITING),
                count(rows, State.SENT),
                count(rows, State.SET_ASIDE),
                rows.stream()
                        .filter(row -> row.state() == State.WAITING)
                        .map(MemoryRow::owedAt)
                        .min(Comparator.naturalOrder()),
                Optional.empty());
    }

    private List<MemoryRow> rows(OrgId org, EventId event) {
        return store.of(org).outbox.values().stream()
                .filter(row -> row.owed().event().equals(event))
                .toList();
    }

    private static long count(List<MemoryRow> rows, State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    @Override
    public List<RowView> recent(OrgId org, EventId event, int limit) {
        synchronized (store) {
            return rows(org, event).reversed().stream()
                    .limit(limit)
                    .map(
                            row ->
                                    new RowView(
                                            row.owed().id(),
                                            row.state(),
                                            row.owedAt(),
                                            row.arrival().map(Trail.Arrival::recordId)))
                    .toList();
        }
    }

    @Override
    public Optional<Trail> trail(OrgId org, AttendeeId attendee) {
        synchronized (store) {
            return Optional.ofNullable(store.of(org).outbox.get(attendee)).map(MemoryRow::trail);
        }
    }
}
