package io.turnout.application.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.cloud.CloudContract;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.scaling.AffinityPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every front promises. Each test begins with one that remembers nobody.
public abstract class SessionAffinityContract extends CloudContract {
    protected abstract SessionAffinity affinity();

    @Override
    protected Answer<?> asked() {
        return affinity().isOn();
    }

    @Override
    protected Answer<?> written() {
        return affinity().turn(true);
    }

    @Test
    void it_is_turned_on_and_off() {
        assertThat(done(affinity().isOn())).isFalse();

        assertThat(done(affinity().turn(true))).isTrue();
        assertThat(done(affinity().isOn())).isTrue();
        assertThat(done(affinity().turn(true))).isTrue();

        assertThat(done(affinity().turn(false))).isFalse();
        assertThat(done(affinity().isOn())).isFalse();
    }

    @Test
    void it_becomes_what_the_settings_say_and_stays_so() {
        for (AffinityPolicy policy : List.of(AffinityPolicy.STICKY, AffinityPolicy.FREE)) {
            boolean on = policy == AffinityPolicy.STICKY;
            KeepAffinity keeper = new KeepAffinity(new Front(affinity(), policy));

            assertThat(keeper.keep()).contains(new Answer.Done<>(on));
            assertThat(done(affinity().isOn())).isEqualTo(on);
            assertThat(keeper.keep()).isEmpty();
        }
    }
}
