package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.delivery.Relay;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An org that takes long over a call gets lighter ones, and full ones again when it is quick.
class LighterCallsTest {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    private static final BatchRule ANY = new BatchRule(1, Duration.ZERO, 200, Duration.ZERO);

    private final Fair fair = Fair.of(POSTGRES, 1_000);

    private Batch take() {
        return Relay.take(POSTGRES, fair, ANY).orElseThrow();
    }

    private int rowsAfterACallOf(Duration time) {
        Batch batch = take();
        POSTGRES.hurry(time);
        POSTGRES.outbox().settle(batch, Relay.sent(batch));
        return batch.attendees().size();
    }

    @Test
    void a_call_of_six_seconds_halves_the_next_one_and_a_quick_one_doubles_it() {
        for (int i = 0; i < 14; i++) {
            var _ = fair.admit(fair.group(50));
        }

        assertThat(rowsAfterACallOf(Duration.ofSeconds(6))).isEqualTo(200);
        assertThat(rowsAfterACallOf(Duration.ofSeconds(4))).isEqualTo(100);
        assertThat(rowsAfterACallOf(Duration.ofSeconds(4))).isEqualTo(200);
    }
}
