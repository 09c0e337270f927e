package io.turnout.adapters.redis;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Texts in Redis that whoever misses one may put there, unless it is deleted before they come: a
/// claim stands in its place meanwhile. All times are Redis's own, in microseconds. A Redis that
/// does not answer is left alone for a while.
final class RedisShelf implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisShelf.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration CLAIM = Duration.ofSeconds(2);

    /// Beyond that nobody is asked to delete more, which is as if Redis did not answer.
    private static final int DELETING_MAX = 10_000;

    private static final String NOW =
            "local t = redis.call('TIME') local now = t[1] * 1000000 + t[2] ";
    private static final String TAKE =
            NOW
                    + """
                    local kept = redis.call('GET', KEYS[1])
                    if kept then return kept end
                    local claim = '?' .. string.format('%.0f', now) .. ' ' .. ARGV[1]
                    redis.call('SET', KEYS[1], claim, 'PX', ARGV[2])
                    return claim
                    """;
    private static final String PUT =
            """
            if redis.call('GET', KEYS[1]) == ARGV[1] then
                redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            end
            return true
            """;
    private static final String TIME = NOW + "return string.format('%.0f', now)";

    private final RedissonClient redisson;
    private final Duration life;
    private final Duration patience;
    private final LongSupplier nanos;
    private final AtomicLong restsUntil;
    private final Semaphore deleting = new Semaphore(DELETING_MAX);

    // Connecting takes longer than a visitor waits, and is done on a thread that nobody waits for.
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    /// @param patience how long somebody waits for Redis
    RedisShelf(RedissonClient redisson, Duration life, Duration patience, LongSupplier nanos) {
        this.redisson = redisson;
        this.life = life;
        this.patience = patience;
        this.nanos = nanos;
        this.restsUntil = new AtomicLong(nanos.getAsLong());
    }

    /// What is there.
    sealed interface Taken {}

    /// A text, and since when whoever put it there had it.
    record Found(long at, String content) implements Taken {}

    /// Nothing was, and whoever asked may put something there.
    record Ours(long at, String claim) implements Taken {}

    /// Nothing that can be had now.
    record Nothing() implements Taken {}

    Taken take(String key) {
        if (rests()) {
            return new Nothing();
        }
        String mine = UUID.randomUUID().toString();
        Future<String> asked =
                calls.submit(() -> eval(TAKE, key, mine, Long.toString(CLAIM.toMillis())));
        try {
            return taken(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS), mine);
        } catch (TimeoutException | ExecutionException | RuntimeException away) {
            rest(away);
            return new Nothing();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Nothing();
        }
    }

    private static Taken taken(String kept, String mine) {
        int end = kept.indexOf(' ');
        long at = Long.parseLong(kept.substring(1, end));
        String content = kept.substring(end + 1);
        if (kept.charAt(0) == '!') {
            return new Found(at, content);
        }
        return content.equals(mine) ? new Ours(at, kept) : new Nothing();
    }

    /// Unless it was deleted since. Nobody waits for it.
    void put(String key, Ours ours, String content) {
        String kept = "!" + ours.at() + " " + content;
        inPassing(
                () -> {
                    var _ = eval(PUT, key, ours.claim(), kept, Long.toString(life.toMillis()));
                },
                _ -> {});
    }

    /// Whether it is gone is told when that is known; nobody waits for it.
    void delete(String key, Consumer<Boolean> told) {
        if (!deleting.tryAcquire()) {
            told.accept(false);
            return;
        }
        inPassing(
                () -> {
                    boolean _ = redisson.getBucket(key, StringCodec.INSTANCE).delete();
                },
                done -> {
                    deleting.release();
                    told.accept(done);
                });
    }

    /// What time it is for Redis, when it says so.
    void time(LongConsumer told, Runnable done) {
        inPassing(() -> told.accept(Long.parseLong(eval(TIME, ""))), _ -> done.run());
    }

    private String eval(String script, String key, String... values) {
        return String.valueOf(
                redisson.getScript(StringCodec.INSTANCE)
                        .<Object>eval(
                                RScript.Mode.READ_WRITE,
                                script,
                                RScript.ReturnType.VALUE,
                                List.of(key),
                                (Object[]) values));
    }

    private void inPassing(Runnable call, Consumer<Boolean> done) {
        if (rests()) {
            done.accept(false);
            return;
        }
        var _ =
                CompletableFuture.runAsync(call, calls)
                        .whenComplete(
                                (_, away) -> {
                                    if (away != null) {
                                        rest(away);
                                    }
                                    done.accept(away == null);
                                });
    }

    private boolean rests() {
        return nanos.getAsLong() - restsUntil.get() < 0;
    }

    private void rest(Throwable away) {
        long now = nanos.getAsLong();
        long before = restsUntil.getAndSet(now + PAUSE.toNanos());
        if (now - before > PAUSE.toNanos()) {
            LOG.warn(
                    "Redis does not answer and links are asked of the tables: {}", away.toString());
        }
    }

    @Override
    public void close() {
        var _ = calls.shutdownNow();
    }
}
