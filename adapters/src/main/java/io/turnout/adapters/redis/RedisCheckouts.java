package io.turnout.adapters.redis;

import io.turnout.application.checkout.CheckoutSeals;
import io.turnout.application.checkout.Checkouts;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutId;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Open checkouts in a Redis that several stacks may share. A key names stack and org and holds
/// the id as a hash; the value is sealed for the three of them, so that what was copied, mixed up
/// or made up is thrown away and never shown. A Redis that is down, slow, full or empty is a
/// checkout forgotten, which the browser carries on by itself.
public final class RedisCheckouts implements Checkouts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisCheckouts.class);
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RedissonClient redisson;
    private final String stack;
    private final CheckoutSeals seals;
    private final InstantSource clock;
    private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);

    // Connecting takes longer than a visitor waits, and is done on a thread that nobody waits for.
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    public RedisCheckouts(
            RedissonClient redisson, String stack, CheckoutSeals seals, InstantSource clock) {
        this.redisson = redisson;
        this.stack = stack;
        this.seals = seals;
        this.clock = clock;
    }

    /// Where a checkout is kept. The id itself is nowhere in Redis.
    public static String key(String stack, OrgId org, CheckoutId id) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(id.value().getBytes(StandardCharsets.US_ASCII));
            return "turnout:" + stack + ":checkout:" + org + ":" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private RBucket<String> bucket(OrgId org, CheckoutId id) {
        return redisson.getBucket(key(stack, org, id), StringCodec.INSTANCE);
    }

    @Override
    public Optional<Checkout> find(OrgId org, CheckoutId id) {
        Optional<String> sealed = read(org, id);
        Optional<Checkout> opened = sealed.flatMap(text -> seals.open(org, id, text));
        if (sealed.isPresent() && opened.isEmpty()) {
            inPassing(() -> bucket(org, id).delete());
        }
        return opened;
    }

    private Optional<String> read(OrgId org, CheckoutId id) {
        if (resting()) {
            return Optional.empty();
        }
        var answer = CompletableFuture.supplyAsync(() -> bucket(org, id).get(), calls);
        try {
            return Optional.ofNullable(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException away) {
            rest(away);
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Nobody waits for it.
    @Override
    public void keep(Checkout checkout) {
        Optional<String> sealed = seals.seal(checkout);
        sealed.ifPresent(
                text -> inPassing(() -> bucket(checkout.org(), checkout.id()).set(text, LIFE)));
    }

    private void inPassing(Runnable call) {
        if (!resting()) {
            var _ =
                    CompletableFuture.runAsync(call, calls)
                            .whenComplete(
                                    (_, away) -> Optional.ofNullable(away).ifPresent(this::rest));
        }
    }

    private boolean resting() {
        return clock.instant().isBefore(restsUntil.get());
    }

    private void rest(Throwable away) {
        Instant now = clock.instant();
        Instant before = restsUntil.getAndSet(now.plus(PAUSE));
        if (before.plus(PAUSE).isBefore(now)) {
            LOG.warn("Redis does not answer and checkouts go on without it: {}", away.toString());
        }
    }

    @Override
    public void close() {
        var _ = calls.shutdownNow();
    }
}
