package io.turnout.adapters.redis;

import static io.turnout.application.checkout.OpenCheckouts.ACME;
import static io.turnout.application.checkout.OpenCheckouts.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.checkout.CheckoutSeals;
import io.turnout.application.checkout.Checkouts;
import io.turnout.application.checkout.CheckoutsContract;
import io.turnout.application.checkout.OpenCheckouts;
import io.turnout.application.memory.MemoryCheckoutSeals;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.org.OrgId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/// Open checkouts in a real Redis, and what becomes of them when Redis is not itself.
class RedisCheckoutsTest extends CheckoutsContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static OwnRedis redis;
    private static RedissonClient redisson;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-11T12:00:00Z"));
    private final CheckoutSeals seals = new MemoryCheckoutSeals("here");
    private RedisCheckouts checkouts;

    @BeforeAll
    static void start() throws IOException {
        redis = new OwnRedis();
        redisson = redis.client();
        redisson.getKeys().flushall();
    }

    @AfterAll
    static void stop() throws IOException {
        redisson.shutdown();
        redis.close();
    }

    @BeforeEach
    void open() {
        checkouts = over(redisson);
    }

    @AfterEach
    void close() {
        redisson.getKeys().flushall();
        checkouts.close();
    }

    /// Each look at the clock finds the rest after a miss over.
    private RedisCheckouts over(RedissonClient client) {
        return new RedisCheckouts(
                client, "here", seals, () -> now.updateAndGet(instant -> instant.plusSeconds(3)));
    }

    @Override
    protected Checkouts checkouts() {
        return checkouts;
    }

    private static RBucket<String> bucket(OrgId org, Checkout checkout) {
        String key = RedisCheckouts.key("here", org, checkout.id());
        return redisson.getBucket(key, StringCodec.INSTANCE);
    }

    /// It is written beside the answer; asked until it is there.
    @Override
    protected void awaitKept(Checkout checkout) {
        Instant end = InstantSource.system().instant().plus(PATIENCE);
        while (!checkouts
                .find(checkout.org(), checkout.id())
                .filter(checkout::equals)
                .isPresent()) {
            assertThat(InstantSource.system().instant()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void the_id_is_nowhere_in_redis_and_all_of_it_ends_by_itself() {
        Checkout ours = OpenCheckouts.holding(ACME, 1);
        checkouts.keep(ours);
        awaitKept(ours);

        assertThat(redisson.getKeys().getKeys())
                .singleElement()
                .asString()
                .startsWith("turnout:here:checkout:" + ACME + ":")
                .doesNotContain(ours.id().value());
        assertThat(bucket(ACME, ours).remainTimeToLive()).isBetween(1L, Checkouts.LIFE.toMillis());
    }

    @Test
    void what_was_copied_to_another_org_is_thrown_away_and_counted() {
        Checkout ours = OpenCheckouts.holding(ACME, 1);
        checkouts.keep(ours);
        awaitKept(ours);
        bucket(OTHER, ours).set(bucket(ACME, ours).get());
        long before = seals.strange();

        assertThat(checkouts.find(OTHER, ours.id())).isEmpty();

        assertThat(seals.strange()).isGreaterThan(before);
        awaitGone(OTHER, ours);
        assertThat(bucket(ACME, ours).isExists()).isTrue();
    }

    private static void awaitGone(OrgId org, Checkout checkout) {
        Instant end = InstantSource.system().instant().plus(PATIENCE);
        while (bucket(org, checkout).isExists()) {
            assertThat(InstantSource.system().instant()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void garbage_and_values_of_another_kind_are_no_checkouts() {
        Checkout ours = OpenCheckouts.begun(ACME, 1);
        for (String garbage : new String[] {"", "{}", "\0\uffff", "x".repeat(9_999)}) {
            bucket(ACME, ours).set(garbage);
            assertThat(checkouts.find(ACME, ours.id())).isEmpty();
            awaitGone(ACME, ours);
        }

        boolean _ = redisson.getList(bucket(ACME, ours).getName(), StringCodec.INSTANCE).add("x");
        assertThat(checkouts.find(ACME, ours.id())).isEmpty();
    }

    @Test
    void a_redis_that_stands_still_costs_fifty_milliseconds_once() throws IOException {
        Checkout ours = OpenCheckouts.begun(ACME, 1);
        try (OwnRedis slow = new OwnRedis()) {
            RedissonClient client = slow.client();
            Instant fixed = now.get();
            var open = new RedisCheckouts(client, "here", seals, () -> fixed);
            slow.pause();

            Instant before = InstantSource.system().instant();
            for (int i = 0; i < 1_000; i++) {
                assertThat(open.find(ACME, ours.id())).isEmpty();
                open.keep(ours);
            }

            assertThat(Duration.between(before, InstantSource.system().instant()))
                    .isLessThan(PATIENCE);
            slow.goOn();
            open.close();
            client.shutdown();
        }
    }

    @Test
    void a_redis_that_is_gone_costs_next_to_nothing() throws IOException {
        Checkout ours = OpenCheckouts.begun(ACME, 1);
        try (OwnRedis dead = new OwnRedis()) {
            RedissonClient client = dead.client();
            dead.kill();
            Instant fixed = now.get();
            var open = new RedisCheckouts(client, "here", seals, () -> fixed);

            Instant before = InstantSource.system().instant();
            for (int i = 0; i < 1_000; i++) {
                open.keep(ours);
                assertThat(open.find(ACME, ours.id())).isEmpty();
            }

            assertThat(Duration.between(before, InstantSource.system().instant()))
                    .isLessThan(PATIENCE);
            open.close();
            client.shutdown();
        }
    }
}
