package io.turnout.adapters.bucket4j;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.turnout.application.limiting.Allowances;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.limiting.Taking;
import java.time.Duration;

/// Allowances in this process: a token bucket each, without a lock. What nobody used for its
/// window is forgotten, since it would be full; of very many, those that were used least are.
public final class Bucket4jAllowances implements Allowances {
    private static final int BUCKETS_MAX = 200_000;

    private final TimeMeter clock;
    private final Cache<Key, Limited> buckets;

    public Bucket4jAllowances() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    Bucket4jAllowances(TimeMeter clock) {
        this.clock = clock;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(BUCKETS_MAX)
                        .ticker(clock::currentTimeNanos)
                        .expireAfter(Expiry.accessing((Key _, Limited bucket) -> bucket.life()))
                        .build();
    }

    private record Key(Allowance.Kind kind, String whose) {}

    private record Limited(Bucket bucket, Rate rate) {
        Duration life() {
            return rate.window();
        }
    }

    @Override
    public Taking take(Allowance allowance) {
        Key key = new Key(allowance.kind(), allowance.whose());
        Limited limited = buckets.get(key, _ -> fresh(allowance.rate()));
        if (!limited.rate().equals(allowance.rate())) {
            limited = fresh(allowance.rate());
            buckets.put(key, limited);
        }
        ConsumptionProbe probe = limited.bucket().tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new Taking.Taken(probe.getRemainingTokens())
                : new Taking.Spent(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Limited fresh(Rate rate) {
        Bucket bucket =
                Bucket.builder()
                        .withCustomTimePrecision(clock)
                        .addLimit(
                                limit ->
                                        limit.capacity(rate.quota())
                                                .refillGreedy(rate.quota(), rate.window()))
                        .build();
        return new Limited(bucket, rate);
    }
}
