package io.turnout.adapters.redis;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.AttendeeLinksContract;
import io.turnout.application.contract.Storage;
import io.turnout.application.memory.MemoryStorage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.redisson.api.RedissonClient;

/// Links that are asked of a real Redis first keep what everybody promises who keeps links.
class RememberedLinksTest extends AttendeeLinksContract {
    private static OwnRedis redis;
    private static RedissonClient redisson;
    private static RedisAttendeeLinks links;

    private static final MemoryStorage STORAGE = new MemoryStorage();

    @BeforeAll
    static void start() throws IOException {
        redis = new OwnRedis();
        redisson = redis.client();
        links = new RedisAttendeeLinks(redisson, "test", STORAGE.vault(), STORAGE.links());
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!links.believes() && System.nanoTime() < end) {
            links.heardUntil(System.nanoTime() + Duration.ofHours(1).toNanos());
            LockSupport.parkNanos(1_000_000);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        links.close();
        redisson.shutdown();
        redis.close();
    }

    @Override
    protected Storage storage() {
        return STORAGE;
    }

    @Override
    protected AttendeeLinks links() {
        return links;
    }
}
