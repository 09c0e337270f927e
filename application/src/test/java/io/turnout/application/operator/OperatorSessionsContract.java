package io.turnout.application.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.operator.OperatorSession;
import io.turnout.domain.operator.SessionKey;
import io.turnout.domain.operator.SessionRule;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What everybody promises who keeps who is signed in. Each test has sessions of its own.
public abstract class OperatorSessionsContract {
    private static final SessionRule RULE = SessionRule.USUAL;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    protected abstract OperatorSessions sessions();

    /// As if so much time had passed.
    protected abstract void elapse(Duration passed);

    private static SessionKey key(int n) {
        return new SessionKey("%064x".formatted(n));
    }

    private void open(int n, String subject) {
        sessions().open(key(n), subject, Set.of("viewer", "auditor"));
    }

    private boolean holds(int n) {
        return sessions().find(key(n), RULE, false).isPresent();
    }

    @Test
    void who_signed_in_is_known_by_the_key() {
        open(1, "op-1");

        OperatorSession found = sessions().find(key(1), RULE, true).orElseThrow();

        assertThat(found.subject()).isEqualTo("op-1");
        assertThat(found.roles()).containsExactlyInAnyOrder("viewer", "auditor");
        assertThat(holds(2)).isFalse();
    }

    @Test
    void who_does_nothing_is_signed_out() {
        open(1, "op-1");

        elapse(RULE.idle().minus(MINUTE));
        assertThat(holds(1)).isTrue();
        elapse(MINUTE.plusSeconds(1));
        assertThat(holds(1)).isFalse();
    }

    @Test
    void who_does_something_stays_and_a_page_that_renews_itself_does_nothing() {
        open(1, "busy");
        open(2, "away");

        for (int n = 0; n < 3; n++) {
            elapse(RULE.idle().minus(MINUTE));
            assertThat(sessions().find(key(1), RULE, true)).isPresent();
            var _ = sessions().find(key(2), RULE, false);
        }

        assertThat(holds(1)).isTrue();
        assertThat(holds(2)).isFalse();
    }

    @Test
    void nobody_stays_longer_than_a_shift_whatever_they_do() {
        open(1, "op-1");

        for (Duration so = Duration.ZERO;
                so.compareTo(RULE.whole().minus(Duration.ofMinutes(20))) < 0;
                so = so.plusMinutes(20)) {
            elapse(Duration.ofMinutes(20));
            assertThat(sessions().find(key(1), RULE, true)).isPresent();
        }
        elapse(Duration.ofMinutes(21));

        assertThat(sessions().find(key(1), RULE, true)).isEmpty();
    }

    @Test
    void a_session_is_ended_once() {
        open(1, "op-1");

        assertThat(sessions().close(key(1))).isTrue();
        assertThat(sessions().close(key(1))).isFalse();
        assertThat(holds(1)).isFalse();
    }

    @Test
    void all_sessions_of_a_person_are_ended_and_nobody_elses() {
        open(1, "op-1");
        open(2, "op-1");
        open(3, "op-2");

        assertThat(sessions().closeAll("op-1")).isEqualTo(2);

        assertThat(holds(1)).isFalse();
        assertThat(holds(2)).isFalse();
        assertThat(holds(3)).isTrue();
    }

    @Test
    void the_oldest_session_of_a_person_ends_for_one_too_many() {
        open(100, "op-2");
        for (int n = 0; n <= OperatorSessions.PER_PERSON; n++) {
            elapse(Duration.ofSeconds(1));
            open(n, "op-1");
        }

        assertThat(holds(0)).isFalse();
        assertThat(holds(1)).isTrue();
        assertThat(holds(OperatorSessions.PER_PERSON)).isTrue();
        assertThat(holds(100)).isTrue();
    }

    @Test
    void those_who_are_signed_in_are_listed_the_newest_first() {
        open(1, "over");
        elapse(RULE.idle());
        open(2, "earlier");
        elapse(MINUTE);
        open(3, "later");

        assertThat(sessions().live(RULE, 10))
                .extracting(OperatorSession::subject)
                .containsExactly("later", "earlier");
        assertThat(sessions().live(RULE, 1)).hasSize(1);
    }
}
