package io.turnout.application.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Cause;
import io.turnout.domain.scaling.Decision;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every place for looks and decisions promises. Each test begins before the first look.
public abstract class ScalingWatchContract {
    private static final Instant NOON = Instant.parse("2030-03-11T12:00:00Z");
    private static final Duration REST = Duration.ofMinutes(10);
    private static final Decision OUT = new Decision(2, 4, Cause.QUEUE, "700 wait");
    private static final Decision STAY = new Decision(4, 4, Cause.COOLING, "others begin");

    /// As an instance sees it: another one each time.
    protected abstract ScalingWatch watch();

    protected abstract void elapse(Duration passed);

    @Test
    void a_look_is_due_when_the_last_has_rested() {
        assertThat(watch().due(REST).map(ScalingWatch.Look::pace)).contains(Pace.FRESH);
        assertThat(watch().due(REST)).isEmpty();

        elapse(REST);
        assertThat(watch().due(REST)).isPresent();
    }

    @Test
    void of_many_that_look_one_does() throws Exception {
        List<Callable<Optional<ScalingWatch.Look>>> racers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            racers.add(() -> watch().due(REST));
        }
        int looks = 0;
        try (ExecutorService all = Executors.newFixedThreadPool(4)) {
            for (Future<Optional<ScalingWatch.Look>> one : all.invokeAll(racers)) {
                looks += one.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(looks).isEqualTo(1);
    }

    @Test
    void whoever_looks_next_goes_on_at_the_same_pace() {
        Pace quiet = new Pace(NOON, NOON.plusSeconds(1), Optional.of(NOON.plusSeconds(2)));
        Pace busy = new Pace(NOON, NOON.plusSeconds(1), Optional.empty());

        watch().pace(quiet);
        assertThat(watch().due(REST).orElseThrow().pace()).isEqualTo(quiet);

        watch().pace(busy);
        elapse(REST);
        assertThat(watch().due(REST).orElseThrow().pace()).isEqualTo(busy);
    }

    @Test
    void the_fleet_is_remembered_as_it_was_seen_last() {
        assertThat(watch().lastSeen()).isEmpty();

        watch().saw(new Fleet(2, 1, new Bounds(1, 4)));
        watch().saw(new Fleet(3, 2, new Bounds(2, 5)));

        assertThat(watch().lastSeen().map(ScalingWatch.Seen::fleet))
                .contains(new Fleet(3, 2, new Bounds(2, 5)));
    }

    @Test
    void decisions_are_remembered_the_newest_first() {
        watch().keep(OUT, "done");
        watch().keep(STAY, "nothing to do");

        assertThat(watch().decisions(9))
                .extracting(ScalingWatch.Kept::decision)
                .containsExactly(STAY, OUT);
        assertThat(watch().decisions(1))
                .extracting(ScalingWatch.Kept::outcome)
                .containsExactly("nothing to do");
    }

    @Test
    void the_oldest_are_forgotten() {
        for (int i = 0; i < ScalingWatch.KEPT + 2; i++) {
            watch().keep(new Decision(i, i, Cause.STEADY, "enough"), "nothing to do");
        }

        assertThat(watch().decisions(ScalingWatch.KEPT + 9))
                .hasSize(ScalingWatch.KEPT)
                .last()
                .extracting(kept -> kept.decision().from())
                .isEqualTo(2);
    }
}
