package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.domain.org.OrgId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

class ReadTurnsTest {
    private static final OrgId SLOW = new OrgId("00D000000000001");
    private static final OrgId OTHER = new OrgId("00D000000000002");

    private final ReadTurns turns = new ReadTurns();

    @Test
    void an_org_whose_reads_hang_has_four_and_leaves_the_rest_to_others() throws Exception {
        CountDownLatch reading = new CountDownLatch(4);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                var _ = pool.submit(() -> turns.take(SLOW, () -> hang(reading, end)));
            }
            reading.await();

            assertThatThrownBy(() -> turns.take(SLOW, () -> true))
                    .isInstanceOf(ConnectionException.class);
            assertThat(turns.take(OTHER, () -> true)).isTrue();

            end.countDown();
        }
        assertThat(turns.take(SLOW, () -> true)).isTrue();
    }

    private static boolean hang(CountDownLatch reading, CountDownLatch end) {
        reading.countDown();
        try {
            end.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
