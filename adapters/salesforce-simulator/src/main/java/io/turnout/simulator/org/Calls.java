package io.turnout.simulator.org;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The calls of one org, the latest of them in full, all of them in numbers.
public final class Calls {
    private static final int KEPT_MAX = 200_000;

    private final InstantSource clock;
    private final Deque<Call> kept = new ArrayDeque<>();
    private final Set<Call> running = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> counters = new TreeMap<>();
    private long last;

    public Calls(InstantSource clock, long last) {
        this.clock = clock;
        this.last = last;
    }

    public synchronized Call begin(String method, String target, int bytes) {
        Call call = new Call(++last, clock.millis(), new Call.Asked(method, target, bytes));
        kept.add(call);
        if (kept.size() > KEPT_MAX) {
            kept.removeFirst();
        }
        running.add(call);
        count("calls", 1);
        return call;
    }

    public synchronized void end(Call call, int status, String outcome) {
        call.end(status, outcome);
        running.remove(call);
        Call.View.Rows rows = call.view().rows();
        count("rowsCreated", rows.created());
        count("rowsUpdated", rows.updated());
        count("rowsDeleted", rows.deleted());
        count("rowsWritten", rows.created() + rows.updated() + rows.deleted());
        count("rowsFailed", rows.failed());
        count("status" + status, 1);
    }

    public synchronized void count(String what, long more) {
        var _ = counters.merge(what, more, Long::sum);
    }

    /// How many calls have been running for at least this long.
    public long running(Duration atLeast) {
        return running.stream().filter(call -> call.olderThan(atLeast.toNanos())).count();
    }

    /// The calls after this one, oldest first.
    public synchronized List<Call.View> after(long id, int limit) {
        return kept.stream().filter(call -> call.id() > id).limit(limit).map(Call::view).toList();
    }

    public synchronized Map<String, Long> counters() {
        Map<String, Long> all = new LinkedHashMap<>(counters);
        all.put("running", (long) running.size());
        return all;
    }
}
