package io.turnout.adapters.postgres;

import io.turnout.domain.registration.Standing;
import io.turnout.domain.registration.Undecided;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One caller who waits for a decision. It is asked for, taken by a writer, considered as often as
/// the writer must try, and answered once, after the commit. A caller whose patience ends before
/// a writer took it leaves the queue, and nothing is kept.
final class Ask<D> {
    private final Task task;
    private final Function<Standing, D> rule;
    private final Function<Undecided, D> undecided;
    private final CompletableFuture<D> answer = new CompletableFuture<>();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);
    private @Nullable D considered;

    Ask(Task task, Function<Standing, D> rule, Function<Undecided, D> undecided) {
        this.task = task;
        this.rule = rule;
        this.undecided = undecided;
    }

    Task task() {
        return task;
    }

    /// A writer takes it. False when its caller has left.
    boolean take() {
        return phase.compareAndSet(Phase.WAITING, Phase.TAKEN) || phase.get() == Phase.TAKEN;
    }

    /// Tells its caller that there was no turn for it, unless a writer has it already.
    void turnAway(Undecided.Cause cause) {
        if (phase.compareAndSet(Phase.WAITING, Phase.LEFT)) {
            answer(cause);
        }
    }

    /// Asks the rule. What it says last is what is kept.
    D consider(Standing standing) {
        D decision = rule.apply(standing);
        considered = decision;
        return decision;
    }

    /// Answers with what was considered last: it is kept now.
    void answer() {
        if (considered == null) {
            throw new IllegalStateException("answered before it was considered");
        }
        var _ = answer.complete(considered);
    }

    void answer(Undecided.Cause cause) {
        var _ = answer.complete(undecided.apply(new Undecided(cause)));
    }

    void fail(Throwable cause) {
        var _ = answer.completeExceptionally(cause);
    }

    /// Waits for the answer: `patience` for its turn, and then `limit` for its end.
    D await(Duration patience, Duration limit) {
        try {
            return within(patience);
        } catch (TimeoutException _) {
            if (phase.compareAndSet(Phase.WAITING, Phase.LEFT)) {
                return undecided.apply(new Undecided(Undecided.Cause.OVERLOADED));
            }
        }
        try {
            return within(limit);
        } catch (TimeoutException _) {
            return undecided.apply(new Undecided(Undecided.Cause.OUTCOME_UNKNOWN));
        }
    }

    private D within(Duration limit) throws TimeoutException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return undecided.apply(new Undecided(Undecided.Cause.OUTCOME_UNKNOWN));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the writer failed", e.getCause());
        }
    }

    private enum Phase {
        WAITING,
        TAKEN,
        LEFT
    }
}
