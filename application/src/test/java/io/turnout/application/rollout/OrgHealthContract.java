package io.turnout.application.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Figures;
import io.turnout.domain.rollout.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everybody promises who measures how requests of orgs fare.
public abstract class OrgHealthContract {
    private final OrgId acme = Ids.org();
    private final OrgId globex = Ids.org();
    private OrgHealth health;

    protected abstract Storage storage();

    /// The same health each time.
    protected abstract OrgHealth health();

    /// By the clock of the storage.
    protected abstract Instant now();

    @BeforeEach
    void welcome() {
        storage().welcome(acme);
        storage().welcome(globex);
        health = health();
        health.flush();
    }

    private Figures measured(OrgId... orgs) {
        Instant now = now();
        return health.measured(
                Set.of(orgs), new Span(now.minus(Duration.ofMinutes(5)), now.plusSeconds(60)));
    }

    @Test
    void what_was_noted_is_measured_once_it_is_written_down() {
        health.note(acme, false, 10);
        health.note(acme, true, 4_000);
        health.note(globex, false, 1);
        assertThat(measured(acme).requests()).isZero();

        health.flush();
        health.flush();

        assertThat(measured(acme).requests()).isEqualTo(2);
        assertThat(measured(acme).errors()).isEqualTo(1);
        assertThat(measured(acme).latency()).isEqualTo(4_000);
        assertThat(measured(acme, globex).requests()).isEqualTo(3);
        assertThat(measured(acme).newest()).isPresent();
    }

    @Test
    void what_is_written_down_later_is_added() {
        for (int i = 0; i < 3; i++) {
            health.note(acme, i == 0, 10);
            health.flush();
        }

        assertThat(measured(acme).requests()).isEqualTo(3);
        assertThat(measured(acme).errors()).isEqualTo(1);
        assertThat(measured(acme).latencies().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(3);
    }

    @Test
    void many_at_once_lose_none() {
        var _ =
                Race.of(
                        8,
                        i -> {
                            for (int n = 0; n < 1_000; n++) {
                                health.note(acme, n % 10 == 0, n);
                                if (i == 0 && n % 100 == 0) {
                                    health.flush();
                                }
                            }
                            return i;
                        });
        health.flush();

        assertThat(measured(acme).requests()).isEqualTo(8_000);
        assertThat(measured(acme).errors()).isEqualTo(800);
    }

    @Test
    void another_period_has_other_figures() {
        health.note(acme, false, 10);
        health.flush();

        Instant now = now();
        Span before = new Span(now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)));
        assertThat(health.measured(Set.of(acme), before)).isEqualTo(Figures.NONE);
    }

    @Test
    void what_was_seen_is_found_by_the_step_in_which_it_was_seen() {
        health.note(acme, false, 10);
        health.note(acme, true, 10);
        health.note(globex, false, 10);
        health.flush();
        Instant now = now();
        Span day = new Span(now.minus(Duration.ofHours(24)), now.plusSeconds(60));

        Map<Instant, Figures> minutes = health.over(Set.of(acme), day, Duration.ofMinutes(1));
        Map<Instant, Figures> halves =
                health.over(Set.of(acme, globex), day, Duration.ofMinutes(30));

        assertThat(minutes.values()).extracting(Figures::requests).containsExactly(2L);
        assertThat(minutes.values()).extracting(Figures::errors).containsExactly(1L);
        assertThat(halves.values()).extracting(Figures::requests).containsExactly(3L);
        assertThat(halves.keySet())
                .allMatch(at -> at.getEpochSecond() % 1_800 == 0 && !at.isAfter(now));
        Span before = new Span(now.minus(Duration.ofHours(24)), now.minus(Duration.ofHours(1)));
        assertThat(health.over(Set.of(acme), before, Duration.ofMinutes(1))).isEmpty();
    }
}
