package io.turnout.application.rollout;

import static io.turnout.application.rollout.Terms.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Drift;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Guard;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.WaveState;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Plans from their draft to their end, while time passes.
class RolloutScenarioTest extends RolloutScenario {
    @Test
    void each_org_of_a_wave_is_switched_in_its_own_night() {
        PlanId plan = atEverybody(Guard.USUAL);
        assertThat(isOn(tests)).isTrue();

        until("2027-01-15T12:15:00Z");
        assertThat(at(plan).orgs(1, Member.State.PENDING))
                .containsExactlyInAnyOrder(london, sydney);
        until("2027-01-15T13:00:00Z");
        assertThat(isOn(sydney)).isTrue();
        assertThat(isOn(london)).isFalse();
        until("2027-01-15T23:45:00Z");

        assertThat(isOn(london)).isTrue();
        assertThat(at(plan).plan().waves().getLast().state()).isEqualTo(WaveState.BAKING);
    }

    @Test
    void a_plan_whose_waves_did_well_is_complete() {
        PlanId plan = atEverybody(Guard.USUAL);
        until("2027-01-15T13:00:00Z");
        until("2027-01-15T23:45:00Z");
        requests(london, 200, 0);
        requests(sydney, 200, 1);
        until("2027-01-16T00:50:00Z");

        assertThat(at(plan).plan().state()).isEqualTo(PlanState.COMPLETED);
        assertThat(isOn(london)).isTrue();
    }

    @Test
    void a_wave_that_fails_more_than_the_others_is_paused_by_itself() {
        PlanId plan = atEverybody(Guard.USUAL);
        until("2027-01-15T13:00:00Z");
        requests(sydney, 200, 20);
        requests(london, 200, 0);

        look();

        assertThat(at(plan).plan().state()).isEqualTo(PlanState.PAUSED);
        assertThat(isOn(sydney)).isTrue();
        Rollouts.Entry last = ports.rollouts().history(plan, 1).getFirst();
        assertThat(last.actor()).isEqualTo("guard");
        assertThat(last.reason()).contains("ERROR_RATE 0.1000 above 0.01000");
        until("2027-01-16T02:00:00Z");
        assertThat(isOn(london)).isFalse();
    }

    @Test
    void a_wave_that_fails_is_rolled_back_by_itself_where_the_plan_says_so() {
        PlanId plan = atEverybody(guard(Guard.OnBreach.ROLL_BACK_WAVE));
        until("2027-01-15T13:00:00Z");
        requests(sydney, 200, 20);

        look();

        assertThat(isOn(sydney)).isFalse();
        assertThat(isOn(tests)).isTrue();
        assertThat(at(plan).plan().state()).isEqualTo(PlanState.PAUSED);
    }

    @Test
    void all_of_it_is_rolled_back_by_itself_where_the_plan_says_so() {
        PlanId plan = atEverybody(guard(Guard.OnBreach.ROLL_BACK_ALL));
        until("2027-01-15T13:00:00Z");
        requests(sydney, 200, 20);

        look();

        assertThat(isOn(sydney)).isFalse();
        assertThat(isOn(tests)).isFalse();
        assertThat(at(plan).plan().state()).isEqualTo(PlanState.ROLLED_BACK);
    }

    @Test
    void what_is_switched_off_by_hand_at_the_rollout_server_pauses_the_plan() {
        PlanId plan = atEverybody(Guard.USUAL);
        PauseOnDrift news = new PauseOnDrift(ports.rollouts(), memory.flags().news());

        news.tell(drift(FLAG, Optional.empty()));
        news.tell(drift(Flag.BULK_LANE, Optional.of(Audience.everybody())));
        assertThat(at(plan).plan().state()).isEqualTo(PlanState.RUNNING);
        news.tell(drift(FLAG, Optional.of(Audience.of(Set.of(tests)))));

        assertThat(at(plan).plan().state()).isEqualTo(PlanState.PAUSED);
        assertThat(ports.rollouts().history(plan, 1).getFirst().actor())
                .isEqualTo("unleash:mallory");
        assertThat(news.latest(9)).hasSize(3);
    }

    private Drift drift(Flag flag, Optional<Audience> off) {
        return new Drift(
                flag,
                off,
                "feature-environment-disabled",
                "mallory",
                NOON,
                new Drift.Difference("1 org", "off"));
    }

    @Test
    void where_the_others_fail_as_often_nothing_is_stopped() {
        PlanId plan = atEverybody(Guard.USUAL);
        until("2027-01-15T13:00:00Z");
        requests(sydney, 200, 20);
        requests(london, 200, 20);

        look();

        assertThat(at(plan).plan().state()).isEqualTo(PlanState.RUNNING);
    }

    @Test
    void an_org_that_opted_out_is_passed_over_and_one_of_which_no_zone_is_known_waits() {
        OrgId nowhere = Ids.org();
        memory.orgs().welcome(nowhere);
        assertThat(useCases.choose().choose(FLAG, sydney, Optional.of(Choice.OUT), ANN)).isTrue();
        PlanId plan = atEverybody(Guard.USUAL);

        until("2027-01-15T13:00:00Z");
        until("2027-01-15T23:45:00Z");

        assertThat(isOn(sydney)).isFalse();
        assertThat(at(plan).orgs(1, Member.State.PENDING)).containsExactly(nowhere);
        assertThat(at(plan).orgs(1, Member.State.LIVE)).containsExactly(london);
    }
}
