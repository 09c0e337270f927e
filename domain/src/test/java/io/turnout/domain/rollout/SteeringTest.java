package io.turnout.domain.rollout;

import static io.turnout.domain.rollout.Plans.ACME;
import static io.turnout.domain.rollout.Plans.GLOBEX;
import static io.turnout.domain.rollout.Plans.NOON;
import static io.turnout.domain.rollout.Plans.approved;
import static io.turnout.domain.rollout.Plans.draft;
import static io.turnout.domain.rollout.Plans.running;
import static io.turnout.domain.rollout.Plans.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private static final Step NOT_NOW = new Step.Refused(Refusal.NOT_NOW);

    /// One org has it, one waits for its night.
    private static Rollout halfway() {
        Rollout begun = taken(Progressing.enter(running(), 0, Set.of(ACME, GLOBEX), NOON));
        return taken(Progressing.switched(begun, Set.of(ACME), NOON));
    }

    private static long version(Rollout rollout) {
        return rollout.plan().version();
    }

    @Test
    void a_wave_is_rolled_back_with_those_that_wait_and_goes_on_only_when_approved_anew() {
        Rollout back = taken(Steering.rollBackWave(halfway(), 0, NOON));

        assertThat(back.plan().state()).isEqualTo(PlanState.PAUSED);
        assertThat(back.orgs(0, Member.State.ROLLED_BACK)).containsExactlyInAnyOrder(ACME, GLOBEX);
        assertThat(Steering.resume(back, version(back)))
                .isEqualTo(new Step.Refused(Refusal.NOT_APPROVED));
        Rollout asked = taken(Reviewing.submit(back, version(back), "ann", NOON));
        Rollout good = taken(Reviewing.approve(asked, version(asked), "bob", "ok", NOON));
        Rollout again = taken(Steering.resume(good, version(good)));
        assertThat(again.plan().waves().getFirst().state()).isEqualTo(WaveState.PLANNED);
        assertThat(again.members()).isEmpty();
    }

    @Test
    void everything_is_rolled_back_and_begins_anew_when_approved() {
        Rollout back = taken(Steering.rollBackAll(halfway(), NOON));

        assertThat(back.plan().state()).isEqualTo(PlanState.ROLLED_BACK);
        Rollout asked = taken(Reviewing.submit(back, version(back), "ann", NOON));
        Rollout anew = taken(Reviewing.approve(asked, version(asked), "bob", "ok", NOON));
        assertThat(anew.plan().state()).isEqualTo(PlanState.APPROVED);
        assertThat(anew.plan().waves()).extracting(Wave::state).containsOnly(WaveState.PLANNED);
    }

    @Test
    void going_back_takes_neither_a_version_nor_an_approval_and_a_completed_plan_can() {
        Rollout done = taken(Steering.complete(halfway(), version(halfway()), NOON));

        assertThat(done.plan().state()).isEqualTo(PlanState.COMPLETED);
        assertThat(done.orgs(_ -> true)).containsExactly(ACME);
        assertThat(taken(Steering.rollBackAll(done, NOON)).orgs(0, Member.State.ROLLED_BACK))
                .containsExactly(ACME);
    }

    @Test
    void an_aborted_plan_is_over() {
        Rollout over = taken(Steering.abort(halfway(), NOON));

        assertThat(over.plan().state()).isEqualTo(PlanState.ABORTED);
        assertThat(over.orgs(0, Member.State.ROLLED_BACK)).hasSize(2);
        assertThat(Steering.abort(over, NOON)).isEqualTo(NOT_NOW);
        assertThat(Steering.rollBackAll(over, NOON)).isEqualTo(NOT_NOW);
        assertThat(Reviewing.submit(over, version(over), "ann", NOON)).isEqualTo(NOT_NOW);
    }

    @Test
    void advancing_waits_no_longer_but_leaves_each_org_its_night() {
        Rollout watched = taken(Steering.advance(halfway(), version(halfway()), NOON));
        assertThat(watched.plan().waves().getFirst().state()).isEqualTo(WaveState.BAKING);
        assertThat(watched.orgs(0, Member.State.PENDING)).containsExactly(GLOBEX);

        Rollout done = taken(Steering.advance(watched, version(watched), NOON));
        assertThat(done.plan().waves().getFirst().state()).isEqualTo(WaveState.LIVE);

        Rollout cleared = taken(Steering.advance(done, version(done), NOON));
        assertThat(cleared.plan().waves().get(1).state()).isEqualTo(WaveState.CLEARED);
        assertThat(Steering.advance(cleared, version(cleared), NOON)).isEqualTo(NOT_NOW);
    }

    @Test
    void a_wave_that_is_skipped_keeps_who_has_it_and_lets_go_who_waits() {
        Rollout skipped = taken(Steering.skip(halfway(), version(halfway()), NOON));

        assertThat(skipped.plan().waves().getFirst().state()).isEqualTo(WaveState.SKIPPED);
        assertThat(skipped.orgs(_ -> true)).containsExactly(ACME);
        assertThat(taken(Steering.rollBackWave(skipped, 0, NOON)).orgs(_ -> true))
                .containsExactly(ACME);
    }

    @Test
    void whoever_saw_an_older_version_does_not_make_it_go_on() {
        Step older = new Step.Refused(Refusal.VERSION_CONFLICT);

        assertThat(Steering.advance(halfway(), 1, NOON)).isEqualTo(older);
        assertThat(Steering.skip(halfway(), 1, NOON)).isEqualTo(older);
        assertThat(Steering.complete(halfway(), 1, NOON)).isEqualTo(older);
        assertThat(Steering.resume(taken(Steering.pause(halfway())), 1)).isEqualTo(older);
    }

    @Test
    void what_has_not_begun_is_neither_paused_nor_rolled_back() {
        assertThat(Steering.pause(approved())).isEqualTo(NOT_NOW);
        assertThat(Steering.rollBackAll(draft(), NOON)).isEqualTo(NOT_NOW);
        assertThat(Steering.rollBackWave(running(), 2, NOON)).isEqualTo(NOT_NOW);
        assertThat(Steering.rollBackWave(running(), 3, NOON))
                .isEqualTo(new Step.Refused(Refusal.NO_SUCH_WAVE));
    }
}
