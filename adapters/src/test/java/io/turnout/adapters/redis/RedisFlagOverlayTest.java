package io.turnout.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.application.flags.Said;
import io.turnout.application.memory.MemoryAuditTrail;
import io.turnout.application.memory.MemoryFlagOverlay;
import io.turnout.domain.rollout.Flag;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

class RedisFlagOverlayTest {
    private static final InstantSource CLOCK = InstantSource.system();

    private final FlagOverlay stored = new MemoryFlagOverlay(new MemoryAuditTrail(CLOCK), CLOCK);

    @Test
    void another_instance_hears_of_a_change_and_another_stack_does_not() throws Exception {
        try (OwnRedis redis = new OwnRedis()) {
            RedissonClient client = redis.client();
            CountDownLatch heard = new CountDownLatch(1);
            CountDownLatch elsewhere = new CountDownLatch(1);
            assertThat(new RedisFlagOverlay(client, "here", stored).hear(heard::countDown))
                    .isTrue();
            assertThat(new RedisFlagOverlay(client, "there", stored).hear(elsewhere::countDown))
                    .isTrue();

            new Said(new RedisFlagOverlay(client, "here", stored))
                    .killed(Flag.WAITING_ROOM, Ids.org());

            assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(elsewhere.getCount()).isEqualTo(1);
            client.shutdown();
        }
    }

    @Test
    void without_redis_what_is_said_is_kept_all_the_same() {
        RedissonClient client = RedisClient.at(OwnRedis.nobody());
        RedisFlagOverlay overlay = new RedisFlagOverlay(client, "here", stored);

        assertThat(overlay.hear(() -> {})).isFalse();
        new Said(overlay).killed(Flag.WAITING_ROOM, Ids.org());

        assertThat(stored.current().revision()).isEqualTo(2);
        client.shutdown();
    }
}
