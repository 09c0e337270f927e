package io.turnout.simulator.org;

import io.turnout.simulator.store.Outcome;
import java.util.List;

/// One call the org has seen: what was asked, and, once it is over, what came of it. Its id goes
/// out in `X-Simulator-Call` and stands in every row it wrote.
public final class Call {
    private final long id;
    private final long at;
    private final String method;
    private final String target;
    private final int bytes;
    private final long started = System.nanoTime();
    private int rows;
    private int created;
    private int updated;
    private int deleted;
    private int failed;
    private int status;
    private long micros;
    private String outcome = "running";

    /// What was asked for.
    record Asked(String method, String target, int bytes) {}

    Call(long id, long at, Asked asked) {
        this.id = id;
        this.at = at;
        this.method = asked.method();
        this.target = asked.target();
        this.bytes = asked.bytes();
    }

    public long id() {
        return id;
    }

    /// The rows a reading call returned.
    public synchronized void countRead(int count) {
        rows += count;
    }

    /// The rows a writing call has committed, and those it could not write.
    public synchronized void countWritten(List<Outcome> outcomes) {
        rows += outcomes.size();
        for (Outcome one : outcomes) {
            switch (one) {
                case Outcome.Done(var _, boolean isNew) -> {
                    created += isNew ? 1 : 0;
                    updated += isNew ? 0 : 1;
                }
                case Outcome.Failed _, Outcome.Ambiguous _ -> failed++;
            }
        }
    }

    public synchronized void countDeleted(List<Outcome> outcomes) {
        int before = updated;
        countWritten(outcomes);
        deleted += updated - before;
        updated = before;
    }

    /// What this call had written was undone.
    public synchronized void rollBack() {
        failed += created + updated + deleted;
        created = 0;
        updated = 0;
        deleted = 0;
    }

    synchronized void end(int code, String result) {
        status = code;
        outcome = result;
        micros = (System.nanoTime() - started) / 1_000;
    }

    boolean olderThan(long nanos) {
        return System.nanoTime() - started >= nanos;
    }

    /// How the call looks from outside.
    public synchronized View view() {
        return new View(
                new View.Request(id, at, method, target, bytes),
                new View.Rows(rows, created, updated, deleted, failed),
                new View.Result(status, outcome, micros));
    }

    /// A call at one moment.
    public record View(Request request, Rows rows, Result result) {
        /// `at` is epoch milliseconds, `bytes` the size of the body.
        public record Request(long id, long at, String method, String target, int bytes) {}

        /// What was done, row by row. Rows of a call that was rolled back count as failed.
        public record Rows(int all, int created, int updated, int deleted, int failed) {}

        /// `outcome` is `ok`, `refused`, `refused: CODE`, `cut` or `running`.
        public record Result(int status, String outcome, long micros) {}
    }
}
