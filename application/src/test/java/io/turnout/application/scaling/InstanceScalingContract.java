package io.turnout.application.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.cloud.CloudContract;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Floor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What everything that starts and stops instances promises. Each test begins with one instance,
/// and between one and four of them.
public abstract class InstanceScalingContract extends CloudContract {
    protected static final Why WHY = new Why("ada@vendor.example", "the opening");
    protected static final Bounds FIRST = new Bounds(1, 4);

    protected abstract InstanceScaling scaling();

    /// Whether the cloud tells of a floor once it has begun; some only obey it.
    protected boolean tellsOfFloors() {
        return true;
    }

    @Override
    protected Answer<?> asked() {
        return scaling().observe();
    }

    @Override
    protected Answer<?> written() {
        return scaling().scaleTo(1, WHY);
    }

    private Fleet now() {
        return done(scaling().observe());
    }

    @Test
    void as_many_are_wanted_as_were_asked_for() {
        assertThat(now().desired()).isEqualTo(1);

        assertThat(done(scaling().scaleTo(3, WHY)).desired()).isEqualTo(3);
        assertThat(now().desired()).isEqualTo(3);
        assertThat(done(scaling().scaleTo(3, WHY)).desired()).isEqualTo(3);

        assertThat(done(scaling().scaleTo(1, WHY)).desired()).isEqualTo(1);
        assertThat(now().bounds()).isEqualTo(FIRST);
    }

    @Test
    void nobody_leaves_the_bounds() {
        assertFailed(scaling().scaleTo(5, WHY), Failure.Refused.class);
        assertFailed(scaling().scaleTo(0, WHY), Failure.Refused.class);
        assertThat(now().desired()).isEqualTo(1);
        assertThat(done(scaling().scaleTo(4, WHY)).desired()).isEqualTo(4);
    }

    @Test
    void new_bounds_bring_the_fleet_inside() {
        assertThat(done(scaling().bound(new Bounds(2, 3), WHY)).desired()).isEqualTo(2);
        assertThat(now().bounds()).isEqualTo(new Bounds(2, 3));

        assertThat(done(scaling().bound(new Bounds(1, 1), WHY)).desired()).isEqualTo(1);
        assertFailed(scaling().scaleTo(2, WHY), Failure.Refused.class);
    }

    @Test
    void a_floor_raises_the_lower_bound_for_a_while() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Floor running = new Floor(now.minusSeconds(60), now.plus(Duration.ofHours(1)), 2);
        Floor later = new Floor(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)), 4);

        assertThat(done(scaling().scheduleFloor(running, WHY))).isEqualTo(running);
        assertThat(done(scaling().scheduleFloor(later, WHY))).isEqualTo(later);

        if (tellsOfFloors()) {
            assertThat(now().bounds()).isEqualTo(new Bounds(2, 4));
        }
    }

    @Test
    void a_floor_that_is_dropped_raises_nothing_and_others_stay() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Floor low = new Floor(now.minusSeconds(60), now.plus(Duration.ofHours(1)), 2);
        Floor high = new Floor(now.minusSeconds(60), now.plus(Duration.ofHours(2)), 3);
        Floor later = new Floor(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)), 4);
        for (Floor floor : List.of(high, low, later)) {
            assertThat(done(scaling().scheduleFloor(floor, WHY))).isEqualTo(floor);
        }

        assertThat(done(scaling().dropFloor(high, WHY))).isEqualTo(high);
        if (tellsOfFloors()) {
            assertThat(now().bounds()).isEqualTo(new Bounds(2, 4));
        }

        assertThat(done(scaling().dropFloor(later, WHY))).isEqualTo(later);
        assertThat(done(scaling().dropFloor(low, WHY))).isEqualTo(low);
        assertThat(done(scaling().dropFloor(low, WHY))).isEqualTo(low);
        if (tellsOfFloors()) {
            assertThat(now().bounds()).isEqualTo(FIRST);
        }
    }
}
