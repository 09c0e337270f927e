package io.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoopTest {
    @Test
    @Timeout(3)
    void a_loop_that_rests_is_stopped_at_once() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Loop loop =
                new Loop(
                        "hourly",
                        1,
                        Duration.ofHours(1),
                        () -> {
                            done.countDown();
                            return false;
                        });
        loop.start();
        done.await();

        loop.stop();
    }

    @Test
    void a_round_that_has_begun_ends_before_the_loop_is_stopped() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch work = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Loop loop =
                new Loop(
                        "busy",
                        1,
                        Duration.ZERO,
                        () -> {
                            begun.countDown();
                            ended.set(waited(work));
                            return true;
                        });
        loop.start();
        begun.await();
        Thread stopping = Thread.ofVirtual().start(loop::stop);

        assertThat(stopping.join(Duration.ofMillis(50))).isFalse();
        work.countDown();
        stopping.join();

        assertThat(ended).isTrue();
    }

    private static boolean waited(CountDownLatch work) {
        try {
            work.await();
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }
}
