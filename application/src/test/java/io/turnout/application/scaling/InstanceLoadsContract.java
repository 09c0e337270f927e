package io.turnout.application.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.scaling.InstanceLoad;
import io.turnout.domain.scaling.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every place for loads of instances promises. Each test begins with none.
public abstract class InstanceLoadsContract {
    private static final Instant NOON = Instant.parse("2030-03-11T12:00:00Z");

    protected abstract InstanceLoads loads();

    protected abstract void elapse(Duration passed);

    private static InstanceLoad load(String instance, double inFlight) {
        return new InstanceLoad(instance, Optional.of("v7"), NOON, inFlight, 4, 0.5);
    }

    @Test
    void the_newest_word_of_each_counts() {
        loads().keep(load("web.2", 1));
        loads().keep(new InstanceLoad("web.1", Optional.empty(), NOON, 0.25, 0, 0));
        loads().keep(load("web.2", 2.5));

        assertThat(loads().all())
                .extracting(InstanceLoad.Heard::load)
                .containsExactly(
                        new InstanceLoad("web.1", Optional.empty(), NOON, 0.25, 0, 0),
                        load("web.2", 2.5));
    }

    @Test
    void whoever_falls_silent_bears_nothing_and_is_shown_for_minutes() {
        loads().keep(load("web.1", 3));

        elapse(InstanceLoad.SILENCE);
        loads().keep(load("web.2", 2));

        Instant now = loads().all().getLast().at();
        Load load = Load.of(loads().all(), Load.Owed.NOTHING, now);
        assertThat(load).isEqualTo(new Load(1, 2, 4, 0.5, 0, 0));
        assertThat(loads().all()).hasSize(2);

        elapse(Duration.ofMinutes(5));
        assertThat(loads().all()).isEmpty();
    }
}
