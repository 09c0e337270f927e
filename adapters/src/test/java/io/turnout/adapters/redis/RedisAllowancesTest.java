package io.turnout.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.turnout.adapters.tink.KeyedHash;
import io.turnout.application.contract.Race;
import io.turnout.application.limiting.Allowances;
import io.turnout.application.limiting.AllowancesContract;
import io.turnout.application.memory.MemoryAllowances;
import io.turnout.application.memory.MemoryStorage;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.limiting.Taking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/// What instances share in a real Redis, and what becomes of it without.
class RedisAllowancesTest extends AllowancesContract {
    private static OwnRedis redis;
    private static RedissonClient redisson;

    private final AtomicReference<Instant> now = new AtomicReference<>(MemoryStorage.NOON);
    private RedisAllowances first;
    private RedisAllowances second;

    @BeforeAll
    static void start() throws IOException {
        redis = new OwnRedis();
        redisson = redis.client();
    }

    @AfterAll
    static void stop() throws IOException {
        redisson.shutdown();
        redis.close();
    }

    @BeforeEach
    void open() {
        first = sharing(over(redisson));
        second = sharing(over(redisson));
    }

    /// Asked until it has found Redis.
    private static RedisAllowances sharing(RedisAllowances allowances) {
        Instant end = InstantSource.system().instant().plus(Duration.ofSeconds(30));
        while (!allowances.shares()) {
            assertThat(InstantSource.system().instant()).isBefore(end);
            var _ = allowances.take(of("knocks", 1_000_000));
            Thread.onSpinWait();
        }
        return allowances;
    }

    private RedisAllowances over(RedissonClient client) {
        return new RedisAllowances(
                client,
                new AllowanceNames("test", new KeyedHash(new byte[32], "test")),
                new MemoryAllowances(now::get),
                new RedisAllowances.Terms(new Hand(), Duration.ofSeconds(2)));
    }

    @Override
    protected Allowances allowances() {
        return first;
    }

    @Override
    protected void pass(Duration time) {
        var _ = now.updateAndGet(before -> before.plus(time));
    }

    /// Time that is moved by hand, the same for all instances.
    private final class Hand implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Duration.between(Instant.EPOCH, now.get()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    private static Allowance of(String whose, int quota) {
        return new Allowance(Allowance.Kind.ORG, whose, new Rate(quota, Duration.ofHours(20)));
    }

    @Test
    void two_instances_at_once_take_no_more_than_there_is() {
        Allowance forty = of("both", 40);

        List<Taking> takings = Race.of(100, i -> (i % 2 == 0 ? first : second).take(forty));

        assertThat(Race.count(takings, Taking.Taken.class)).isEqualTo(40);
    }

    @Test
    void nothing_in_redis_tells_who_asked() {
        redisson.getKeys().flushall();
        for (String whose : List.of("192.0.2.77", "20010db800010001", "look 192.0.2.77")) {
            Rate rate = new Rate(40, Duration.ofHours(20));
            var _ = first.take(new Allowance(Allowance.Kind.ADDRESS, whose, rate));
        }

        List<String> dump = new ArrayList<>();
        for (String key : redisson.getKeys().getKeys()) {
            dump.add(key);
            byte[] value = redisson.<byte[]>getBucket(key, ByteArrayCodec.INSTANCE).get();
            dump.add(new String(value, StandardCharsets.ISO_8859_1));
        }

        assertThat(dump).hasSizeGreaterThanOrEqualTo(6);
        assertThat(dump).noneMatch(text -> text.contains("192.0.2") || text.contains("0db8"));
    }

    @Test
    void without_redis_each_goes_by_its_own_and_waits_for_nobody() {
        RedissonClient nobody = RedisClient.at(OwnRedis.nobody());
        RedisAllowances alone = over(nobody);

        List<Taking> takings =
                IntStream.range(0, 50).mapToObj(_ -> alone.take(of("alone", 40))).toList();

        assertThat(Race.count(takings, Taking.Taken.class)).isEqualTo(40);
        assertThat(alone.shares()).isFalse();
        nobody.shutdown();
    }
}
