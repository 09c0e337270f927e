package io.turnout.application.homing;

import static io.turnout.application.homing.Crossing.AWS;
import static io.turnout.application.homing.Crossing.HEROKU;
import static io.turnout.application.homing.Crossing.HOME;
import static io.turnout.application.rollout.Terms.BOB;
import static io.turnout.application.rollout.Terms.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.memory.MemoryStackStore;
import io.turnout.application.rollout.Terms;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.relocation.Stay;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.Switch;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Orgs that are moved by a plan.
class HomingScenarioTest {
    private static final Hand SOMEBODY = new Hand("op-1", "request-1");

    private final Crossing roads = new Crossing(1);

    private static RelocationId id() {
        return new RelocationId(UUID.randomUUID());
    }

    private void looks(int times) {
        for (int i = 0; i < times; i++) {
            roads.look();
        }
    }

    private void force(Flag flag, OrgId org) {
        roads.said.say(new FlagChange.Force(flag, org, Switch.ON, Optional.empty()));
    }

    @Test
    void whom_a_plan_reaches_is_moved_one_after_the_other() {
        OrgId first = roads.ownTest();
        OrgId second = roads.ownTest();
        PlanId plan = roads.plan(Terms.wave("both", first, second));
        looks(3);

        assertThat(roads.unfinished()).hasSize(1);
        assertThat(roads.unfinished().getFirst().order().askedBy()).isEqualTo("flag:home-aws");
        roads.run();
        assertThat(roads.unfinished()).isEmpty();
        looks(2);
        assertThat(roads.unfinished()).hasSize(1);
        roads.run();
        looks(2);

        assertThat(roads.home(first)).isEqualTo(AWS);
        assertThat(roads.home(second)).isEqualTo(AWS);
        assertThat(roads.unfinished()).isEmpty();
        assertThat(roads.state(plan)).isEqualTo(PlanState.RUNNING);
    }

    @Test
    void as_many_are_moved_at_once_as_may_be() {
        Crossing wide = new Crossing(2);
        var _ = wide.plan(Terms.wave("three", wide.ownTest(), wide.ownTest(), wide.ownTest()));
        wide.look();
        wide.look();

        assertThat(wide.unfinished()).hasSize(2);
    }

    @Test
    void a_customer_is_moved_in_its_own_night() {
        OrgId london = roads.customer(LONDON);
        PlanId plan = roads.plan(Terms.wave("one", london));
        roads.look();
        assertThat(roads.unfinished()).isEmpty();

        roads.until("2027-01-16T01:30:00Z");
        roads.look();
        assertThat(roads.unfinished()).hasSize(1);
        // Somebody writes until the morning.
        MemoryStackStore.Write writer = roads.heroku.enter(london).orElseThrow();
        roads.run();
        writer.end();
        roads.look();
        roads.until("2027-01-16T09:00:00Z");
        roads.change(plan, new Order.Resume(roads.at(plan).plan().version()), BOB);
        looks(3);

        assertThat(roads.unfinished()).isEmpty();
        roads.until("2027-01-17T01:30:00Z");
        assertThat(roads.unfinished()).hasSize(1);
    }

    @Test
    void what_a_person_forces_is_moved_at_once() {
        OrgId london = roads.customer(LONDON);
        force(HOME, london);

        roads.look();

        assertThat(roads.unfinished()).hasSize(1);
    }

    @Test
    void the_first_that_stays_stops_the_plan_until_somebody_says_that_it_goes_on() {
        OrgId first = roads.ownTest();
        OrgId second = roads.ownTest();
        PlanId plan = roads.plan(Terms.wave("both", first, second));
        looks(2);
        OrgId tried = roads.unfinished().getFirst().org();
        MemoryStackStore.Write writer = roads.heroku.enter(tried).orElseThrow();
        roads.run();
        writer.end();
        looks(5);

        assertThat(roads.state(plan)).isEqualTo(PlanState.PAUSED);
        assertThat(roads.why(plan)).isEqualTo(tried + " stayed: gate-busy");
        assertThat(roads.unfinished()).isEmpty();
        assertThat(roads.moves.newest(9)).hasSize(1);
        roads.change(plan, new Order.Resume(roads.at(plan).plan().version()), BOB);
        looks(5);

        assertThat(roads.unfinished()).hasSize(1);
        roads.run();
        looks(2);
        roads.run();
        assertThat(roads.home(first)).isEqualTo(AWS);
        assertThat(roads.home(second)).isEqualTo(AWS);
        assertThat(roads.moves.newest(9)).hasSize(3);
    }

    @Test
    void who_is_taken_back_comes_back_at_once_unless_that_was_completed() {
        OrgId first = roads.ownTest();
        OrgId second = roads.ownTest();
        PlanId plan = roads.plan(Terms.wave("both", first, second));
        looks(2);
        roads.run();
        looks(2);
        roads.run();
        assertThat(roads.desk.complete().complete(roads.last(second).id(), SOMEBODY)).isPresent();

        roads.change(plan, new Order.RollBackWave(0), BOB);
        roads.look();
        assertThat(roads.unfinished()).hasSize(1);
        roads.run();
        looks(3);

        assertThat(roads.home(first)).isEqualTo(HEROKU);
        assertThat(roads.home(second)).isEqualTo(AWS);
        assertThat(roads.unfinished()).isEmpty();
        assertThat(roads.memory.audit().read(AuditTrail.Query.after(0, 99)))
                .extracting(one -> one.entry().action() + " " + one.entry().actor())
                .contains("relocation.begin flag:home-aws", "relocation.roll-back flag:home-aws");
    }

    @Test
    void a_move_that_nobody_wants_any_more_is_stopped() {
        OrgId org = roads.ownTest();
        roads.said.allowed(HOME, org);
        roads.look();
        assertThat(roads.unfinished()).hasSize(1);

        roads.said.killed(HOME, org);
        looks(2);
        roads.run();
        looks(2);

        assertThat(roads.last(org).outcome()).contains(new Moved.Stayed(Stay.STOPPED, ""));
        assertThat(roads.home(org)).isEqualTo(HEROKU);
        assertThat(roads.unfinished()).isEmpty();
    }

    @Test
    void a_way_back_on_which_somebody_always_wrote_is_tried_again_after_a_while() {
        OrgId org = roads.ownTest();
        roads.said.allowed(HOME, org);
        roads.look();
        roads.run();
        roads.said.killed(HOME, org);
        roads.look();
        MemoryStackStore.Write writer = roads.aws.enter(org).orElseThrow();
        roads.run();
        writer.end();
        roads.look();
        assertThat(roads.unfinished()).isEmpty();

        looks(10);

        assertThat(roads.unfinished()).hasSize(1);
        roads.run();
        assertThat(roads.home(org)).isEqualTo(HEROKU);
        looks(12);
        assertThat(roads.unfinished()).isEmpty();
    }

    @Test
    void what_somebody_moved_back_by_hand_is_not_moved_again_by_itself() {
        OrgId org = roads.ownTest();
        PlanId plan = roads.plan(Terms.wave("one", org));
        looks(2);
        roads.run();

        assertThat(roads.desk.rollBack().rollBack(roads.last(org).id(), id(), SOMEBODY))
                .isPresent();
        roads.run();
        looks(5);

        assertThat(roads.unfinished()).isEmpty();
        assertThat(roads.home(org)).isEqualTo(HEROKU);
        assertThat(roads.state(plan)).isEqualTo(PlanState.PAUSED);
        assertThat(roads.why(plan)).contains("came back");
    }

    @Test
    void while_the_definitions_are_not_heard_nobody_is_moved_on_and_whoever_goes_back_does() {
        OrgId there = roads.ownTest();
        OrgId here = roads.ownTest();
        roads.said.allowed(HOME, there);
        roads.look();
        roads.run();
        roads.definitions().stale(true);
        roads.said.allowed(HOME, here);
        looks(3);
        assertThat(roads.unfinished()).isEmpty();
        roads.said.killed(HOME, there);
        roads.look();

        assertThat(roads.unfinished()).extracting(Relocation::org).containsExactly(there);
        roads.run();
        roads.definitions().stale(false);
        roads.look();
        assertThat(roads.unfinished()).extracting(Relocation::org).containsExactly(here);
    }

    @Test
    void what_the_definitions_alone_say_no_to_moves_nobody_back() {
        OrgId org = roads.ownTest();
        roads.said.allowed(HOME, org);
        roads.look();
        roads.run();

        roads.definitions().switchOff(HOME);
        looks(3);

        assertThat(roads.unfinished()).isEmpty();
        assertThat(roads.home(org)).isEqualTo(AWS);
    }

    @Test
    void an_org_that_two_flags_claim_goes_nowhere_and_its_plan_says_so() {
        OrgId org = roads.customer(LONDON);
        PlanId plan = roads.plan(Terms.wave("one", org));
        force(Flag.home(new StackName("azure")), org);
        roads.until("2027-01-16T01:30:00Z");
        roads.look();

        assertThat(roads.moves.newest(9)).isEmpty();
        assertThat(roads.state(plan)).isEqualTo(PlanState.PAUSED);
        assertThat(roads.why(plan)).isEqualTo(org + " claimed by home-aws and home-azure");
    }

    @Test
    void a_stack_that_is_not_known_here_is_no_place_to_go_to() {
        OrgId org = roads.ownTest();
        force(Flag.home(new StackName("azure")), org);

        looks(2);

        assertThat(roads.moves.newest(9)).isEmpty();
    }

    @Test
    void a_move_that_a_person_asked_for_is_left_alone() {
        OrgId org = roads.ownTest();
        assertThat(roads.desk.begin().begin(id(), org, AWS, SOMEBODY)).isNotNull();
        looks(2);
        roads.run();
        looks(2);

        assertThat(roads.home(org)).isEqualTo(AWS);
        assertThat(roads.moves.newest(9)).hasSize(1);
    }
}
