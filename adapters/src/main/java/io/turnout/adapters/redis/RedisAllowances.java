package io.turnout.adapters.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.redisson.Bucket4jRedisson;
import io.turnout.application.limiting.Allowances;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.limiting.Taking;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all instances together may take. Each asks its own allowance first, which is never more
/// than the shared one, and settles with Redis a few times a second, so that most requests cost no
/// call. A Redis that is away or slow costs one of them a twentieth of a second; then everybody
/// goes by their own, until somebody on the side has found that it answers.
public final class RedisAllowances implements Allowances {
    private static final Logger LOG = LoggerFactory.getLogger(RedisAllowances.class);
    private static final Duration ANSWER = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration SETTLED_EVERY = Duration.ofMillis(200);
    private static final Duration LIFE_AFTER = Duration.ofSeconds(10);
    private static final long UNSETTLED_SHARE = 50;
    private static final int BUCKETS_MAX = 100_000;

    private final ProxyManager<String> manager;
    private final AllowanceNames names;
    private final Allowances own;
    private final Cache<Allowance, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(BUCKETS_MAX)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();
    private final AtomicLong looksAt = new AtomicLong(System.nanoTime());
    private volatile boolean answers;

    public RedisAllowances(RedissonClient redisson, AllowanceNames names, Allowances own) {
        this(redisson, names, own, new Terms(TimeMeter.SYSTEM_MILLISECONDS, ANSWER));
    }

    /// By which clock, and how long one waits for Redis.
    record Terms(TimeMeter clock, Duration answer) {}

    RedisAllowances(RedissonClient redisson, AllowanceNames names, Allowances own, Terms terms) {
        this.own = own;
        this.names = names;
        this.manager =
                Bucket4jRedisson.casBasedBuilder(((Redisson) redisson).getCommandExecutor())
                        .clientClock(terms.clock())
                        .requestTimeout(terms.answer())
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        LIFE_AFTER))
                        .build();
    }

    @Override
    public Taking take(Allowance allowance) {
        Taking taking = own.take(allowance);
        if (!answers) {
            look();
            return taking;
        }
        if (taking instanceof Taking.Spent) {
            return taking;
        }
        try {
            ConsumptionProbe probe =
                    buckets.get(allowance, this::bucket).tryConsumeAndReturnRemaining(1);
            return probe.isConsumed()
                    ? new Taking.Taken(probe.getRemainingTokens())
                    : new Taking.Spent(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        } catch (RuntimeException away) {
            rest(away);
            return taking;
        }
    }

    private Bucket bucket(Allowance allowance) {
        Rate rate = allowance.rate();
        BucketConfiguration limit =
                BucketConfiguration.builder()
                        .addLimit(
                                one ->
                                        one.capacity(rate.quota())
                                                .refillGreedy(rate.quota(), rate.window()))
                        .build();
        return manager.builder()
                .withOptimization(settling(rate))
                .build(names.of(allowance), () -> limit);
    }

    /// How much may be taken before it is settled: a small part, and of very little nothing.
    private static Optimization settling(Rate rate) {
        long unsettled = rate.quota() / UNSETTLED_SHARE;
        return unsettled == 0
                ? Optimizations.batching()
                : Optimizations.delaying(new DelayParameters(unsettled, SETTLED_EVERY));
    }

    private void rest(RuntimeException away) {
        if (answers) {
            LOG.warn("Redis does not answer; limits are each instance's own", away);
        }
        looksAt.set(System.nanoTime() + PAUSE.toNanos());
        answers = false;
    }

    /// Connecting takes as long as it takes, and nobody waits for it.
    private void look() {
        long now = System.nanoTime();
        long due = looksAt.get();
        if (due - now <= 0 && looksAt.compareAndSet(due, now + PAUSE.toNanos())) {
            var _ = Thread.ofVirtual().start(this::connect);
        }
    }

    private void connect() {
        try {
            var _ = manager.getProxyConfiguration(names.nobody());
            answers = true;
        } catch (RuntimeException away) {
            LOG.debug("Redis does not answer yet", away);
        }
    }

    /// Whether instances share what is left now.
    boolean shares() {
        return answers;
    }
}
