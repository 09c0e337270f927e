package io.turnout.application.memory;

import io.turnout.application.scaling.ScalingWatch;
import io.turnout.domain.scaling.Decision;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Looks and decisions that are gone with the process.
public final class MemoryScalingWatch implements ScalingWatch {
    private final InstantSource clock;
    private final Deque<Kept> decisions = new ArrayDeque<>();
    private Pace pace = Pace.FRESH;
    private Instant lookedAt = Instant.MIN;
    private Optional<Seen> seen = Optional.empty();

    public MemoryScalingWatch(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Look> due(Duration rest) {
        Instant now = clock.instant();
        if (lookedAt.isAfter(now.minus(rest))) {
            return Optional.empty();
        }
        lookedAt = now;
        return Optional.of(new Look(pace, now));
    }

    @Override
    public synchronized void pace(Pace next) {
        pace = next;
    }

    @Override
    public synchronized void saw(Fleet fleet) {
        seen = Optional.of(new Seen(fleet, clock.instant()));
    }

    @Override
    public synchronized Optional<Seen> lastSeen() {
        return seen;
    }

    @Override
    public synchronized void keep(Decision decision, String outcome) {
        decisions.addFirst(new Kept(clock.instant(), decision, outcome));
        if (decisions.size() > KEPT) {
            var _ = decisions.removeLast();
        }
    }

    @Override
    public synchronized List<Kept> decisions(int limit) {
        return decisions.stream().limit(limit).toList();
    }
}
