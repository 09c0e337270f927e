package io.turnout.domain.rollout;

import static io.turnout.domain.rollout.Plans.NOON;
import static io.turnout.domain.rollout.Plans.draft;
import static io.turnout.domain.rollout.Plans.running;
import static io.turnout.domain.rollout.Plans.taken;
import static io.turnout.domain.rollout.Plans.terms;
import static io.turnout.domain.rollout.Plans.usual;
import static io.turnout.domain.rollout.Plans.wave;
import static io.turnout.domain.rollout.Plans.whom;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewingTest {
    private static Rollout submitted() {
        return taken(Reviewing.submit(draft(), 1, "ann", NOON));
    }

    private static Rollout approved() {
        return taken(Reviewing.approve(submitted(), 2, "bob", "ok", NOON));
    }

    private static PlanTerms others() {
        return terms(wave("everybody at once", whom(Selection.Whom.ANYBODY)));
    }

    @Test
    void a_plan_is_approved_by_somebody_who_did_not_write_it() {
        assertThat(submitted().plan().state()).isEqualTo(PlanState.IN_REVIEW);

        assertThat(approved().plan().state()).isEqualTo(PlanState.APPROVED);
        assertThat(approved().plan().version()).isEqualTo(3);
    }

    @Test
    void nobody_approves_or_declines_their_own_work() {
        Step.Refused own = new Step.Refused(Refusal.OWN_WORK);

        assertThat(Reviewing.approve(submitted(), 2, "ann", "fine", NOON)).isEqualTo(own);
        assertThat(Reviewing.decline(submitted(), 2, "ann", "no", NOON)).isEqualTo(own);
    }

    @Test
    void whoever_wrote_a_part_of_it_may_not_approve_it_either() {
        Rollout edited = taken(Reviewing.edit(submitted(), 2, others(), "eve"));
        Rollout again = taken(Reviewing.submit(edited, 3, "cat", NOON));

        for (String author : new String[] {"ann", "eve", "cat"}) {
            assertThat(Reviewing.approve(again, 4, author, "fine", NOON))
                    .isEqualTo(new Step.Refused(Refusal.OWN_WORK));
        }
        assertThat(Reviewing.approve(again, 4, "bob", "fine", NOON)).isInstanceOf(Step.Taken.class);
    }

    @Test
    void an_edit_makes_an_approval_void() {
        Rollout edited = taken(Reviewing.edit(approved(), 3, others(), "eve"));

        assertThat(edited.plan().state()).isEqualTo(PlanState.DRAFT);
        assertThat(edited.plan().revision()).isEqualTo(2);
        assertThat(edited.plan().review()).isEqualTo(new Review.Open(Set.of("eve")));
    }

    @Test
    void whoever_saw_an_older_version_changes_and_approves_nothing() {
        Step.Refused older = new Step.Refused(Refusal.VERSION_CONFLICT);

        assertThat(Reviewing.edit(submitted(), 1, others(), "eve")).isEqualTo(older);
        assertThat(Reviewing.approve(submitted(), 1, "bob", "ok", NOON)).isEqualTo(older);
        assertThat(Reviewing.submit(draft(), 2, "ann", NOON)).isEqualTo(older);
    }

    @Test
    void what_was_not_asked_for_is_not_approved() {
        assertThat(Reviewing.approve(draft(), 1, "bob", "ok", NOON))
                .isEqualTo(new Step.Refused(Refusal.NOT_NOW));
    }

    @Test
    void a_plan_that_was_declined_is_a_draft_and_can_be_submitted_again() {
        Rollout declined = taken(Reviewing.decline(submitted(), 2, "bob", "too fast", NOON));

        assertThat(declined.plan().state()).isEqualTo(PlanState.DRAFT);
        assertThat(Reviewing.submit(declined, 3, "ann", NOON)).isInstanceOf(Step.Taken.class);
    }

    @Test
    void a_plan_that_runs_is_paused_before_it_is_changed() {
        assertThat(Reviewing.edit(running(), 1, others(), "eve"))
                .isEqualTo(new Step.Refused(Refusal.NOT_NOW));
    }

    @Test
    void a_wave_that_has_begun_is_not_changed() {
        Rollout begun = taken(Progressing.enter(running(), 0, Set.of(Plans.TESTS), NOON));
        Rollout paused = taken(Steering.pause(begun));
        PlanTerms later =
                terms(
                        usual().waves().getFirst(),
                        wave("everybody else", whom(Selection.Whom.ANYBODY)));

        assertThat(Reviewing.edit(paused, 3, others(), "eve"))
                .isEqualTo(new Step.Refused(Refusal.ALREADY_BEGUN));
        Rollout edited = taken(Reviewing.edit(paused, 3, later, "eve"));
        assertThat(edited.plan().waves()).hasSize(2);
        assertThat(edited.plan().waves().getFirst().state()).isEqualTo(WaveState.ENABLING);
        assertThat(Steering.resume(edited, 4)).isEqualTo(new Step.Refused(Refusal.NOT_APPROVED));
    }
}
