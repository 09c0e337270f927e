package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.Decision;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A lane is looked at while it owes something, and only then.
class LaneOwedTest {
    private static final int PEOPLE = 300;
    private static final BatchRule AT_ONCE =
            new BatchRule(1, Duration.ZERO, BatchRule.ROWS_PER_CALL_MAX, Duration.ZERO);

    @RegisterExtension static final PostgresStorage POSTGRES = PostgresStorage.twice();

    @Test
    void a_lane_that_sent_all_it_owed_is_looked_at_no_more_until_it_owes_again() {
        Fair fair = Fair.of(POSTGRES, 10);
        var _ = fair.admit(fair.group(2));
        assertThat(owed(fair)).isTrue();

        assertThat(relay()).isTrue();
        assertThat(owed(fair)).isFalse();

        var _ = fair.admit(fair.group(1));
        assertThat(owed(fair)).isTrue();
        assertThat(relay()).isTrue();
        assertThat(owed(fair)).isFalse();
    }

    @Test
    void no_row_is_stranded_by_those_who_register_while_a_call_is_settled() {
        Fair fair = Fair.of(POSTGRES, PEOPLE);
        AtomicInteger registering = new AtomicInteger(PEOPLE);

        List<Boolean> admitted =
                Race.of(
                        PEOPLE + 2,
                        i -> i < PEOPLE ? register(fair, registering) : relayWhile(registering));
        while (relay()) {
            // What was owed last.
        }

        assertThat(admitted).containsOnly(true);
        assertThat(POSTGRES.outbox().lanes(fair.org(), 10))
                .singleElement()
                .satisfies(lane -> assertThat(lane.sent()).isEqualTo(PEOPLE))
                .satisfies(lane -> assertThat(lane.waiting()).isZero());
        assertThat(owed(fair)).isFalse();
    }

    private static boolean register(Fair fair, AtomicInteger registering) {
        try {
            return fair.register(fair.group(1)) instanceof Decision.Admitted;
        } finally {
            int _ = registering.decrementAndGet();
        }
    }

    private static boolean relayWhile(AtomicInteger registering) {
        while (registering.get() > 0) {
            boolean _ = relay();
        }
        return true;
    }

    private static boolean relay() {
        Optional<Batch> batch = POSTGRES.outbox().take(AT_ONCE);
        batch.ifPresent(taken -> POSTGRES.outbox().settle(taken, allSent(taken)));
        return batch.isPresent();
    }

    private static Receipt allSent(Batch batch) {
        return new Receipt.Answered(
                Collections.nCopies(
                        batch.attendees().size(), new RowAnswer.Sent("a04000000000001", true)));
    }

    private static boolean owed(Fair fair) {
        return POSTGRES.gate()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("select owed from lane where org_id = :org")
                                        .bind("org", fair.org().value())
                                        .mapTo(Boolean.class)
                                        .one());
    }
}
