package io.turnout.domain.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final StackName HERE = new StackName("here");
    private static final Home AT_HOME = new Home(HERE, 7);
    private static final Home AWAY = new Home(new StackName("there"), 7);

    @Test
    void who_is_at_home_is_served_however_the_request_came() {
        assertThat(passage(AT_HOME, OptionalLong.empty())).isEqualTo(new Passage.Here());
        assertThat(passage(AT_HOME, OptionalLong.of(6))).isEqualTo(new Passage.Here());
        assertThat(passage(AT_HOME, OptionalLong.of(8))).isEqualTo(new Passage.Here());
    }

    @Test
    void what_nobody_knows_is_answered_where_it_was_asked() {
        assertThat(Passage.of(HERE, Optional.empty(), OptionalLong.empty()))
                .isEqualTo(new Passage.Here());
        assertThat(Passage.of(HERE, Optional.empty(), OptionalLong.of(1)))
                .isEqualTo(new Passage.Here());
    }

    @Test
    void a_request_goes_on_to_the_home() {
        assertThat(passage(AWAY, OptionalLong.empty())).isEqualTo(new Passage.Onward(AWAY));
    }

    @Test
    void a_request_that_was_sent_on_is_not_sent_on_again() {
        assertThat(passage(AWAY, OptionalLong.of(6))).isEqualTo(new Passage.Back(AWAY));
        assertThat(passage(AWAY, OptionalLong.of(7))).isEqualTo(new Passage.Back(AWAY));
    }

    @Test
    void a_request_that_comes_before_the_news_waits_for_them() {
        assertThat(passage(AWAY, OptionalLong.of(8))).isEqualTo(new Passage.Awaited());
    }

    private static Passage passage(Home home, OptionalLong hop) {
        return Passage.of(HERE, Optional.of(home), hop);
    }
}
