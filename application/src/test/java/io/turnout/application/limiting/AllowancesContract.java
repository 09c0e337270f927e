package io.turnout.application.limiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Race;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.limiting.Taking;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every keeper of allowances promises.
public abstract class AllowancesContract {
    private static final Rate THREE = new Rate(3, Duration.ofMinutes(3));

    protected abstract Allowances allowances();

    protected abstract void pass(Duration time);

    private static Allowance of(String whose, Rate rate) {
        return new Allowance(Allowance.Kind.ADDRESS, whose, rate);
    }

    private Taking take(String whose) {
        return allowances().take(of(whose, THREE));
    }

    private void spend(String whose) {
        for (int left = 2; left >= 0; left--) {
            assertThat(take(whose)).isEqualTo(new Taking.Taken(left));
        }
    }

    @Test
    void the_fourth_of_three_is_told_when_there_is_one_again() {
        spend("ada");

        Taking fourth = take("ada");

        assertThat(fourth).isInstanceOf(Taking.Spent.class);
        assertThat(((Taking.Spent) fourth).pause())
                .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }

    @Test
    void it_grows_back_evenly_and_never_beyond_its_quota() {
        spend("ben");
        pass(Duration.ofSeconds(61));

        assertThat(take("ben")).isEqualTo(new Taking.Taken(0));
        assertThat(take("ben")).isInstanceOf(Taking.Spent.class);

        pass(Duration.ofMinutes(10));
        spend("ben");
        assertThat(take("ben")).isInstanceOf(Taking.Spent.class);
    }

    @Test
    void each_has_its_own() {
        spend("cem");

        assertThat(take("dora")).isInstanceOf(Taking.Taken.class);
        assertThat(allowances().take(new Allowance(Allowance.Kind.HOST, "cem", THREE)))
                .isInstanceOf(Taking.Taken.class);
    }

    @Test
    void a_rate_that_changed_holds_from_then_on() {
        spend("eve");

        Taking taking = allowances().take(of("eve", new Rate(10, Duration.ofMinutes(1))));

        assertThat(taking).isInstanceOf(Taking.Taken.class);
    }

    @Test
    void a_hundred_at_once_take_no_more_than_there_is() {
        Rate forty = new Rate(40, Duration.ofDays(1));

        List<Taking> takings = Race.of(100, _ -> allowances().take(of("fay", forty)));

        assertThat(Race.count(takings, Taking.Taken.class)).isEqualTo(40);
    }
}
