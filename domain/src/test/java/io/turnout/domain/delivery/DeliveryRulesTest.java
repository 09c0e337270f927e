package io.turnout.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryRulesTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

    @Test
    void each_failure_doubles_the_wait() {
        assertThat(BACKOFF.after(1, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BACKOFF.after(2, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(BACKOFF.after(6, 1)).isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void no_wait_is_longer_than_the_longest() {
        assertThat(BACKOFF.after(7, 1)).isEqualTo(Duration.ofSeconds(60));
        assertThat(BACKOFF.after(Integer.MAX_VALUE, 1)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void half_of_the_wait_is_by_chance() {
        assertThat(BACKOFF.after(3, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(BACKOFF.after(3, 0.5)).isEqualTo(Duration.ofSeconds(3));
        assertThat(BACKOFF.after(3, 1)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void a_call_takes_at_most_two_hundred_rows() {
        assertThat(new BatchRule(200, NONE, 200, NONE).max()).isEqualTo(200);
        assertThat(new BatchRule(1, NONE, 1, NONE).rows()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchRule(5, NONE, 201, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchRule(0, NONE, 9, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchRule(6, NONE, 5, NONE));
    }

    @Test
    void neither_age_nor_pace_is_negative() {
        Duration less = Duration.ofMillis(-1);

        assertThatIllegalArgumentException().isThrownBy(() -> new BatchRule(5, less, 9, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchRule(5, NONE, 9, less));
    }

    @Test
    void usually_five_rows_leave_or_what_waited_less_than_ten_seconds() {
        assertThat(BatchRule.USUAL.rows()).isEqualTo(5);
        assertThat(BatchRule.USUAL.age()).isLessThan(Duration.ofSeconds(10));
        assertThat(BatchRule.USUAL.max()).isEqualTo(BatchRule.ROWS_PER_CALL_MAX);
    }

    @Test
    void a_reason_is_cut_and_never_printed_in_full() {
        assertThat(new Reason("C", "m".repeat(1_000), List.of()).message()).hasSize(1_000);
        assertThat(new Reason("C", "m".repeat(1_001), List.of()).message()).hasSize(1_000);
        assertThat(new Reason("C", "zoe@example.org", List.of("Email__c")))
                .hasToString("Reason[C, [Email__c]]");
    }
}
