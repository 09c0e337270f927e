package io.turnout.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryStorage;
import io.turnout.application.publishing.EventContents;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.org.OrgId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import redis.embedded.RedisServer;

/// What is remembered in a real Redis, and what becomes of it when Redis is not itself.
class RedisEventContentsTest {
    private static final Instant END = Instant.parse("2100-01-01T12:00:00Z");
    private static OwnRedis redis;
    private static RedissonClient redisson;

    private final MemoryStorage storage = new MemoryStorage();
    private final Fair fair = Fair.of(storage, 6);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(MemoryStorage.NOON);

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

    private EventContents over(RedissonClient client) {
        EventContents counted =
                (org, versions) -> {
                    asked.incrementAndGet();
                    return storage.contents().find(org, versions);
                };
        return new RedisEventContents(client, "test", now::get, counted);
    }

    private Map<EventId, Event> find(EventContents contents, long version) {
        return contents.find(fair.org(), Map.of(fair.event(), version));
    }

    private Event first() {
        return fair.event(1, EventStatus.PUBLISHED, END);
    }

    private String key(OrgId org, long version) {
        return "turnout:test:event:" + org + ":" + fair.event() + ":" + version;
    }

    private String kept() {
        return redisson.<String>getBucket(key(fair.org(), 1), StringCodec.INSTANCE).get();
    }

    /// It is written beside the answer; asked until it is there.
    private void awaitKept() {
        Instant end = InstantSource.system().instant().plus(Duration.ofSeconds(10));
        while (kept() == null) {
            assertThat(InstantSource.system().instant()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void a_version_is_asked_for_once_by_all_instances() {
        assertThat(find(over(redisson), 1)).containsEntry(fair.event(), first());
        awaitKept();

        assertThat(find(over(redisson), 1)).containsEntry(fair.event(), first());

        assertThat(asked).hasValue(1);
        assertThat(redisson.getBucket(key(fair.org(), 1)).remainTimeToLive()).isPositive();
    }

    @Test
    void another_version_and_another_org_are_other_events() {
        var _ = find(over(redisson), 1);
        awaitKept();
        fair.reseat(2, 6);

        assertThat(find(over(redisson), 2))
                .containsEntry(fair.event(), fair.event(2, EventStatus.PUBLISHED, END));
        assertThat(over(redisson).find(Ids.org(), Map.of(fair.event(), 1L))).isEmpty();
    }

    @Test
    void what_is_no_event_of_ours_is_asked_for_and_put_right() {
        for (String garbage :
                new String[] {
                    "", "null", "{", "[]", "{\"items\":[]}", "\u0000\uffff", "x".repeat(99)
                }) {
            redisson.<String>getBucket(key(fair.org(), 1), StringCodec.INSTANCE).set(garbage);

            assertThat(find(over(redisson), 1)).containsEntry(fair.event(), first());
        }
        Fair other = Fair.of(storage, 6);
        String others = EventJson.write(other.event(1, EventStatus.PUBLISHED, END));
        redisson.<String>getBucket(key(fair.org(), 1), StringCodec.INSTANCE).set(others);
        assertThat(find(over(redisson), 1)).containsEntry(fair.event(), first());
    }

    @Test
    void a_value_of_another_kind_under_the_key_is_asked_for_too() {
        redisson.getList(key(fair.org(), 1), StringCodec.INSTANCE).add("x");

        assertThat(find(over(redisson), 1)).containsEntry(fair.event(), first());
        redisson.getKeys().delete(key(fair.org(), 1));
    }

    @Test
    void a_redis_that_is_down_costs_a_moment_and_is_left_alone_for_a_while() {
        RedissonClient nobody = RedisClient.at(OwnRedis.nobody());
        EventContents contents = over(nobody);

        Instant before = InstantSource.system().instant();
        for (int i = 0; i < 50; i++) {
            assertThat(find(contents, 1)).containsEntry(fair.event(), first());
        }

        assertThat(Duration.between(before, InstantSource.system().instant()))
                .isLessThan(Duration.ofSeconds(5));
        nobody.shutdown();
    }

    @Test
    void a_redis_that_accepts_and_says_nothing_is_waited_for_a_moment_only() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            RedissonClient slow = RedisClient.at(OwnRedis.at(silent.getLocalPort()));

            Instant before = InstantSource.system().instant();
            assertThat(find(over(slow), 1)).containsEntry(fair.event(), first());

            assertThat(Duration.between(before, InstantSource.system().instant()))
                    .isLessThan(Duration.ofSeconds(5));
            slow.shutdown();
        }
    }

    @Test
    void a_redis_that_comes_back_is_found_again() throws IOException {
        int port = OwnRedis.freePort();
        RedissonClient client = RedisClient.at(OwnRedis.at(port));
        EventContents contents = over(client);
        assertThat(find(contents, 1)).containsEntry(fair.event(), first());

        RedisServer later = new RedisServer(port);
        later.start();
        Instant end = InstantSource.system().instant().plus(Duration.ofSeconds(20));
        int before;
        do {
            assertThat(InstantSource.system().instant()).isBefore(end);
            now.updateAndGet(instant -> instant.plusSeconds(3));
            before = asked.get();
            assertThat(find(contents, 1)).containsEntry(fair.event(), first());
        } while (asked.get() > before);
        client.shutdown();
        later.stop();
    }
}
