package io.turnout.domain.rollout;

import static io.turnout.domain.rollout.Plans.NOON;
import static io.turnout.domain.rollout.Plans.figures;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaveHealthTest {
    private static final Guard GUARD = Guard.USUAL;

    private static Tile.Verdict verdict(Figures wave, Figures control) {
        return WaveHealth.of(GUARD, wave, control).verdict();
    }

    private static Figures slow(int millis, long requests) {
        List<Long> latencies = new ArrayList<>(Figures.noLatencies());
        latencies.set(Figures.bucket(millis), requests);
        return new Figures(requests, 0, latencies, Duration.ZERO, 0, Optional.of(NOON));
    }

    private static Figures late(Duration backlog, double budget) {
        return new Figures(1_000, 0, Figures.noLatencies(), backlog, budget, Optional.of(NOON));
    }

    @Test
    void errors_count_against_those_of_the_others() {
        assertThat(verdict(figures(1_000, 30), figures(1_000, 20))).isEqualTo(Tile.Verdict.GOOD);
        assertThat(verdict(figures(1_000, 31), figures(1_000, 20))).isEqualTo(Tile.Verdict.BAD);
    }

    @Test
    void without_others_to_compare_with_the_limit_is_absolute() {
        assertThat(verdict(figures(1_000, 10), figures(99, 99))).isEqualTo(Tile.Verdict.GOOD);
        assertThat(verdict(figures(1_000, 11), figures(99, 99))).isEqualTo(Tile.Verdict.BAD);
    }

    @Test
    void few_requests_say_nothing() {
        assertThat(verdict(figures(99, 99), figures(1_000, 0))).isEqualTo(Tile.Verdict.TOO_FEW);
        assertThat(verdict(figures(100, 99), figures(1_000, 0))).isEqualTo(Tile.Verdict.BAD);
    }

    @Test
    void the_slowest_twentieth_may_be_half_as_slow_again() {
        assertThat(verdict(slow(50, 1_000), slow(50, 1_000))).isEqualTo(Tile.Verdict.GOOD);
        assertThat(verdict(slow(63, 1_000), slow(50, 1_000))).isEqualTo(Tile.Verdict.GOOD);
        assertThat(verdict(slow(64, 1_000), slow(50, 1_000))).isEqualTo(Tile.Verdict.BAD);
        assertThat(slow(64, 1_000).latency()).isEqualTo(80);
    }

    @Test
    void each_answer_is_counted_under_the_bound_that_it_kept() {
        for (int i = 1; i < Figures.BOUNDS.size(); i++) {
            assertThat(Figures.bucket(Figures.BOUNDS.get(i))).isEqualTo(i);
            assertThat(Figures.bucket(Figures.BOUNDS.get(i - 1) + 1)).isEqualTo(i);
            assertThat((double) Figures.BOUNDS.get(i) / Figures.BOUNDS.get(i - 1))
                    .isLessThanOrEqualTo(i < 7 ? 2 : 1.34);
        }
        assertThat(Figures.bucket(0)).isZero();
        assertThat(Figures.bucket(Long.MAX_VALUE)).isEqualTo(Figures.BOUNDS.size());
    }

    /// What an instance of before has counted has no answer times.
    @Test
    void without_answer_times_of_the_others_latency_is_not_judged() {
        Figures others =
                new Figures(1_000, 0, Figures.noLatencies(), Duration.ZERO, 0, Optional.of(NOON));

        assertThat(verdict(slow(50, 1_000), others)).isEqualTo(Tile.Verdict.GOOD);
    }

    @Test
    void a_backlog_is_the_waves_doing_only_where_others_have_none() {
        Figures waits = late(Duration.ofMinutes(6), 0);

        assertThat(verdict(waits, late(Duration.ZERO, 0))).isEqualTo(Tile.Verdict.BAD);
        assertThat(verdict(waits, waits)).isEqualTo(Tile.Verdict.GOOD);
        assertThat(verdict(late(Duration.ofMinutes(5), 0), late(Duration.ZERO, 0)))
                .isEqualTo(Tile.Verdict.GOOD);
    }

    @Test
    void an_org_that_has_nearly_used_its_calls_is_bad() {
        assertThat(verdict(late(Duration.ZERO, 0.9), figures(1_000, 0)))
                .isEqualTo(Tile.Verdict.GOOD);
        assertThat(verdict(late(Duration.ZERO, 0.91), figures(1_000, 0)))
                .isEqualTo(Tile.Verdict.BAD);
    }

    @Test
    void figures_of_many_orgs_are_one() {
        Figures all = figures(10, 1).plus(slow(10, 100)).plus(late(Duration.ofMinutes(1), 0.5));

        assertThat(all.requests()).isEqualTo(1_110);
        assertThat(all.errors()).isEqualTo(1);
        assertThat(all.backlog()).isEqualTo(Duration.ofMinutes(1));
        assertThat(all.latency()).isEqualTo(10);
    }
}
