package io.turnout.adapters.heroku;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HerokuApiTest {
    private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

    @Test
    void an_hour_gives_4_500_calls_back_and_no_more_are_made() {
        var now = new AtomicReference<>(NOON);
        CallBudget budget = new CallBudget(now::get);

        int made = 0;
        for (int second = 0; second < 3_600; second++) {
            now.set(NOON.plusSeconds(second));
            for (int asked = 0; asked < 5; asked++) {
                made += budget.wait(1).isZero() ? 1 : 0;
            }
        }

        // What a full account had, and what came back.
        assertThat(made).isBetween(4_400 + 4_400, 4_400 + 4_500);
        assertThat(budget.wait(1)).isPositive().isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void the_last_hundred_calls_are_left_to_people() {
        try (HerokuFake heroku = new HerokuFake()) {
            HerokuApi api = Trial.api(heroku, () -> NOON);
            heroku.remaining.set(101);
            assertThat(api.get("config-vars")).isInstanceOf(Answer.Done.class);

            assertThat(api.get("config-vars"))
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed ->
                                    assertThat(failed.why()).isInstanceOf(Failure.Throttled.class));
            assertThat(heroku.remaining).hasValue(100);
        }
    }

    @Test
    void what_is_left_comes_back_with_time() {
        var now = new AtomicReference<>(NOON);
        CallBudget budget = new CallBudget(now::get);
        budget.learn(OptionalLong.of(100));

        assertThat(budget.wait(1)).isEqualTo(Duration.ofMillis(800));
        now.set(NOON.plusMillis(800));
        assertThat(budget.wait(1)).isZero();
    }
}
