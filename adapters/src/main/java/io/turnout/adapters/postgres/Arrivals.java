package io.turnout.adapters.postgres;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/// Hands out numbers, many at a time. Who comes while numbers are being fetched for others waits
/// for the next round; one of those who wait fetches for all of them, so that a crowd of any size
/// costs a transaction a round. Numbers are never fetched ahead: a number that was told is smaller
/// than any that is asked for afterwards, on whichever instance.
final class Arrivals {
    private static final int ROUND_MAX = 10_000;
    private static final int BUSY_TRIES = 50;
    private static final long BUSY_PAUSE_NANOS = 8_000_000;
    private static final String COUNT =
            """
            update waiting_room set issued = issued + :more,
                early = case when early is null and now() >= starts_at then issued else early end,
                last_at = date_trunc('milliseconds', now())
            where org_id = :org and event_id = :event and status = 'open'
            """;

    private final Gate gate;
    private final Map<Door, Line> lines = new ConcurrentHashMap<>();

    Arrivals(Gate gate) {
        this.gate = gate;
    }

    private record Door(OrgId org, EventId event) {}

    private static final class Line {
        private final Queue<CompletableFuture<Optional<Ticket>>> newcomers =
                new ConcurrentLinkedQueue<>();
        private final ReentrantLock fetching = new ReentrantLock(true);
    }

    Optional<Ticket> arrive(OrgId org, EventId event) {
        Line line = lines.computeIfAbsent(new Door(org, event), _ -> new Line());
        CompletableFuture<Optional<Ticket>> mine = new CompletableFuture<>();
        line.newcomers.add(mine);
        line.fetching.lock();
        try {
            while (!mine.isDone()) {
                fetch(org, event, round(line));
            }
        } finally {
            line.fetching.unlock();
        }
        return answer(mine);
    }

    private static Optional<Ticket> answer(CompletableFuture<Optional<Ticket>> mine) {
        try {
            return mine.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        }
    }

    private static List<CompletableFuture<Optional<Ticket>>> round(Line line) {
        List<CompletableFuture<Optional<Ticket>>> round = new ArrayList<>();
        while (round.size() < ROUND_MAX) {
            CompletableFuture<Optional<Ticket>> next = line.newcomers.poll();
            if (next == null) {
                break;
            }
            round.add(next);
        }
        return round;
    }

    private void fetch(OrgId org, EventId event, List<CompletableFuture<Optional<Ticket>>> round) {
        try {
            Optional<WaitingRoom> room = Patience.with(() -> count(org, event, round.size()));
            long first = room.map(after -> after.numbers().issued() - round.size()).orElse(0L);
            for (int i = 0; i < round.size(); i++) {
                long number = first + i;
                var _ = round.get(i).complete(room.map(after -> after.ticket(number)));
            }
        } catch (RuntimeException e) {
            round.forEach(one -> one.completeExceptionally(e));
        }
    }

    /// The room after so many more came. Empty when it is closed, or its org not at home here.
    private Optional<WaitingRoom> count(OrgId org, EventId event, int more) {
        Counted counted = tryCount(org, event, more);
        for (int tried = 0; tried < BUSY_TRIES && counted.busy(); tried++) {
            LockSupport.parkNanos(BUSY_PAUSE_NANOS);
            counted = tryCount(org, event, more);
        }
        return counted.room();
    }

    private record Counted(boolean busy, Optional<WaitingRoom> room) {}

    private Counted tryCount(OrgId org, EventId event, int more) {
        return gate.jdbi()
                .inTransaction(
                        handle -> {
                            Gate.Entry entry = gate.enter(handle, org);
                            return new Counted(
                                    entry == Gate.Entry.BUSY,
                                    entry == Gate.Entry.OK
                                            ? count(handle, org, event, more)
                                            : Optional.empty());
                        });
    }

    private static Optional<WaitingRoom> count(Handle handle, OrgId org, EventId event, int more) {
        int rows =
                handle.createUpdate(COUNT)
                        .bind("org", org.value())
                        .bind("event", event.value())
                        .bind("more", more)
                        .execute();
        return rows == 0 ? Optional.empty() : PostgresWaitingRooms.find(handle, org, event);
    }
}
