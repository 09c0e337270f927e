package io.turnout.application.memory;

import io.turnout.application.limiting.Allowances;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Taking;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Allowances in memory, under one lock.
public final class MemoryAllowances implements Allowances {
    private final InstantSource clock;
    private final Map<Allowance, Left> all = new HashMap<>();

    public MemoryAllowances(InstantSource clock) {
        this.clock = clock;
    }

    private record Left(double tokens, Instant at) {}

    @Override
    public synchronized Taking take(Allowance allowance) {
        Instant now = clock.instant();
        double quota = allowance.rate().quota();
        double perNano = quota / allowance.rate().window().toNanos();
        Left before = all.getOrDefault(allowance, new Left(quota, now));
        double grown = Duration.between(before.at(), now).toNanos() * perNano;
        double tokens = Math.min(quota, before.tokens() + grown);
        if (tokens >= 1) {
            all.put(allowance, new Left(tokens - 1, now));
            return new Taking.Taken((long) tokens - 1);
        }
        all.put(allowance, new Left(tokens, now));
        return new Taking.Spent(Duration.ofNanos((long) Math.ceil((1 - tokens) / perNano)));
    }
}
