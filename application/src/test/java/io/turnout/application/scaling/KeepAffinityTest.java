package io.turnout.application.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.MemorySessionAffinity;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.scaling.AffinityPolicy;
import org.junit.jupiter.api.Test;

class KeepAffinityTest {
    private final SessionAffinity front = new MemorySessionAffinity();

    private KeepAffinity keeper(AffinityPolicy policy) {
        return new KeepAffinity(new Front(front, policy));
    }

    @Test
    void the_front_does_as_the_settings_say_and_is_told_once() {
        assertThat(keeper(AffinityPolicy.STICKY).keep()).contains(new Answer.Done<>(true));
        assertThat(front.isOn()).isEqualTo(new Answer.Done<>(true));
        assertThat(keeper(AffinityPolicy.STICKY).keep()).isEmpty();

        assertThat(keeper(AffinityPolicy.FREE).keep()).contains(new Answer.Done<>(false));
        assertThat(front.isOn()).isEqualTo(new Answer.Done<>(false));
    }

    @Test
    void what_nobody_decided_is_left_as_it_is() {
        var _ = front.turn(true);

        assertThat(keeper(AffinityPolicy.AS_IT_IS).keep()).isEmpty();

        assertThat(front.isOn()).isEqualTo(new Answer.Done<>(true));
    }
}
