package io.turnout.application.memory;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.SeatCounts;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.CountRule;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RoomCount;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the orgs were told of their rooms, in memory.
public final class MemorySeatCounts implements SeatCounts {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final MemoryStore store;
    private final InstantSource clock;

    MemorySeatCounts(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// What an org was told last of one room, and when it may be told again.
    record Told(Optional<Integer> count, Instant dueAt, Optional<String> refusal) {
        static final Told NOTHING = new Told(Optional.empty(), Instant.MIN, Optional.empty());
    }

    @Override
    public Optional<CountBatch> take(CountRule rule) {
        synchronized (store) {
            for (OrgId org : store.orgs.keySet()) {
                for (EventId event : List.copyOf(store.of(org).countsOwed.keySet())) {
                    Optional<CountBatch> batch = take(org, event, rule);
                    if (batch.isPresent()) {
                        return batch;
                    }
                }
            }
            return Optional.empty();
        }
    }

    private Optional<CountBatch> take(OrgId org, EventId event, CountRule rule) {
        MemoryStore.Tables tables = store.of(org);
        Instant now = clock.instant();
        MemoryLane lane = tables.lanes.getOrDefault(event, MemoryLane.FREE);
        Instant owed = tables.countsOwed.getOrDefault(event, Instant.MAX);
        boolean free = !now.isBefore(lane.leasedUntil()) && !now.isBefore(lane.nextCallAt());
        if (!free || now.isBefore(owed) || now.isBefore(owed.plus(rule.age()))) {
            return Optional.empty();
        }
        List<RoomCount> counts =
                differing(tables, event).stream()
                        .filter(room -> !told(tables, room.room()).dueAt().isAfter(now))
                        .limit(rule.max())
                        .map(room -> new RoomCount(room.room(), room.taken()))
                        .toList();
        if (counts.isEmpty()) {
            owe(tables, event);
            return Optional.empty();
        }
        long attempt = lane.attempt() + 1;
        tables.lanes.put(
                event, new MemoryLane(attempt, now.plus(Outbox.LEASE), lane.nextCallAt(), false));
        return Optional.of(new CountBatch(new Lease(org, event, attempt), counts));
    }

    private static Told told(MemoryStore.Tables tables, RoomId room) {
        return tables.told.getOrDefault(room, Told.NOTHING);
    }

    private static List<Capacity> differing(MemoryStore.Tables tables, EventId event) {
        return tables.rooms.getOrDefault(event, Map.of()).values().stream()
                .filter(room -> !told(tables, room.room()).count().equals(taken(room)))
                .toList();
    }

    private static Optional<Integer> taken(Capacity room) {
        return Optional.of(room.taken());
    }

    /// What differs is owed from the moment it may be told again; else nothing is.
    private void owe(MemoryStore.Tables tables, EventId event) {
        differing(tables, event).stream()
                .map(room -> told(tables, room.room()).dueAt())
                .min(Instant::compareTo)
                .map(due -> due.isAfter(clock.instant()) ? due : clock.instant())
                .ifPresentOrElse(
                        due -> tables.countsOwed.put(event, due),
                        () -> tables.countsOwed.remove(event));
    }

    @Override
    public void settle(CountBatch batch, Receipt receipt) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(batch.org());
            EventId event = batch.lease().event();
            MemoryLane lane = tables.lanes.getOrDefault(event, MemoryLane.FREE);
            if (!lane.isHeldUnder(batch.lease())) {
                return;
            }
            tables.lanes.put(event, lane.settled());
            if (receipt instanceof Receipt.Answered(var answers)) {
                for (int i = 0; i < answers.size(); i++) {
                    RoomCount count = batch.counts().get(i);
                    tables.told.put(count.room(), told(tables, count, answers.get(i)));
                }
                owe(tables, event);
            }
        }
    }

    private Told told(MemoryStore.Tables tables, RoomCount count, RowAnswer answer) {
        Optional<Integer> before = told(tables, count.room()).count();
        Instant later = clock.instant().plus(AGAIN);
        return switch (answer) {
            case RowAnswer.Sent _ ->
                    new Told(Optional.of(count.registered()), Instant.MIN, Optional.empty());
            case RowAnswer.Wait(var reason, _) ->
                    new Told(before, later, Optional.of(reason.code()));
            case RowAnswer.Refused(var reason) ->
                    new Told(before, later, Optional.of(reason.code()));
        };
    }

    @Override
    public int found(OrgId org, EventId event, Map<RoomId, Integer> shown) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            List<Capacity> wrong =
                    tables.rooms.getOrDefault(event, Map.of()).values().stream()
                            .filter(room -> shown.containsKey(room.room()))
                            .filter(room -> !taken(room).equals(maybe(shown, room)))
                            .toList();
            for (Capacity room : wrong) {
                tables.told.put(
                        room.room(), new Told(maybe(shown, room), Instant.MIN, Optional.empty()));
                var _ = tables.countsOwed.putIfAbsent(event, clock.instant());
            }
            return wrong.size();
        }
    }

    private static Optional<Integer> maybe(Map<RoomId, Integer> shown, Capacity room) {
        return Optional.ofNullable(shown.get(room.room()));
    }

    @Override
    public List<RoomView> rooms(OrgId org, EventId event) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            return tables.rooms.getOrDefault(event, Map.of()).values().stream()
                    .map(room -> view(room, told(tables, room.room())))
                    .toList();
        }
    }

    private static RoomView view(Capacity room, Told told) {
        return new RoomView(room.room(), room.taken(), told.count(), told.refusal());
    }
}
