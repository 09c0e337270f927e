package io.turnout.application.rollout;

import static io.turnout.application.rollout.Terms.ANN;
import static io.turnout.application.rollout.Terms.BOB;
import static io.turnout.application.rollout.Terms.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.Memory;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Drift;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Guard;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.PlanTerms;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Selection;
import io.turnout.domain.rollout.Step;
import io.turnout.domain.rollout.Tile;
import io.turnout.domain.rollout.WaveState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Plans from their draft to their end, while time passes.
class RolloutScenarioTest {
    private static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Flag FLAG = Flag.CHECKOUT_V2;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Memory memory = Memory.empty(now::get);
    private final RolloutPorts ports = memory.rollouts();
    private final RolloutUseCases useCases = RolloutUseCases.over(ports);
    private final OrgId tests = Ids.org();
    private final OrgId london = Ids.org();
    private final OrgId sydney = Ids.org();

    @BeforeEach
    void welcome() {
        for (OrgId org : new OrgId[] {tests, london, sydney}) {
            memory.orgs().welcome(org);
        }
        ports.profiles().keep(Terms.ownTest(tests));
        ports.profiles().keep(Terms.customer(london, LONDON));
        ports.profiles().keep(Terms.customer(sydney, SYDNEY));
    }

    private static PlanTerms twoWaves(Guard guard) {
        return Terms.terms(
                guard,
                Terms.wave(
                        "own tests",
                        new Selection.ByRule(
                                Selection.Whom.OWN_TESTS, Set.of(), Set.of(), Set.of(), Set.of()),
                        Duration.ZERO),
                Terms.wave("everybody", Selection.ByRule.EVERYBODY, Duration.ofHours(1)));
    }

    private static Guard guard(Guard.OnBreach onBreach) {
        Guard usual = Guard.USUAL;
        return new Guard(
                usual.errorRate(),
                usual.latencyRatio(),
                usual.backlog(),
                usual.budget(),
                usual.sample(),
                onBreach);
    }

    private PlanId approved(Guard guard) {
        Plan plan = useCases.draft().draft(Terms.id(), twoWaves(guard), ANN);
        assertThat(useCases.change().change(plan.id(), new Order.Submit(1), ANN))
                .containsInstanceOf(Step.Taken.class);
        assertThat(useCases.change().change(plan.id(), new Order.Approve(2), BOB))
                .containsInstanceOf(Step.Taken.class);
        return plan.id();
    }

    /// As any instance does, every few seconds.
    private void look() {
        now.updateAndGet(at -> at.plusSeconds(6));
        while (useCases.advance().advance()) {
            // Until no plan is due.
        }
    }

    private void until(String instant) {
        now.set(Instant.parse(instant));
        look();
    }

    private Rollout at(PlanId plan) {
        return ports.rollouts().find(plan).orElseThrow();
    }

    private boolean isOn(OrgId org) {
        return memory.flags()
                .decisions()
                .overlay()
                .current()
                .decide(FLAG, org, NOON, () -> true)
                .isOn();
    }

    /// So many requests were seen of an org, and so many of them failed.
    private void requests(OrgId org, int count, int failed) {
        for (int i = 0; i < count; i++) {
            ports.health().note(org, i < failed, 10);
        }
        useCases.keepHealth().keep();
    }

    /// Own tests are live, and did well.
    private PlanId atEverybody(Guard guard) {
        PlanId plan = approved(guard);
        look();
        requests(tests, 7, 0);
        look();
        assertThat(at(plan).plan().waves().getLast().state()).isEqualTo(WaveState.ENABLING);
        return plan;
    }

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

    @Test
    void an_org_that_is_new_is_taken_by_the_wave_of_everybody_that_has_begun() {
        PlanId plan = atEverybody(Guard.USUAL);
        OrgId late = Ids.org();
        memory.orgs().welcome(late);
        ports.profiles().keep(Terms.customer(late, LONDON));

        until("2027-01-15T13:00:00Z");
        assertThat(at(plan).orgs(1, Member.State.PENDING)).contains(late);
        until("2027-01-15T23:45:00Z");

        assertThat(isOn(late)).isTrue();
        assertThat(ports.rollouts().history(plan, 50))
                .extracting(Rollouts.Entry::verb)
                .contains("join wave");
    }

    @Test
    void an_org_that_comes_when_all_is_done_is_named_and_not_switched() {
        PlanId plan = atEverybody(Guard.USUAL);
        until("2027-01-15T13:00:00Z");
        until("2027-01-15T23:45:00Z");
        requests(london, 200, 0);
        until("2027-01-16T00:50:00Z");
        assertThat(at(plan).plan().state()).isEqualTo(PlanState.COMPLETED);
        OrgId late = Ids.org();
        memory.orgs().welcome(late);
        ports.profiles().keep(Terms.customer(late, LONDON));

        until("2027-01-17T02:00:00Z");

        assertThat(isOn(late)).isFalse();
        assertThat(useCases.show().show(plan).orElseThrow().late()).containsExactly(late);
    }

    @Test
    void a_plan_that_was_only_written_is_rehearsed_beside_what_is_kept_and_what_is_live() {
        PlanId plan = atEverybody(Guard.USUAL);
        PlanTerms kept = at(plan).plan().terms();
        PlanTerms other = Terms.terms(Terms.wave("only sydney", sydney));

        PreviewPlan.Preview fresh =
                useCases.preview().preview(Terms.id(), Optional.of(other)).orElseThrow();
        PreviewPlan.Preview changed =
                useCases.preview().preview(plan, Optional.of(kept)).orElseThrow();

        assertThat(fresh.places()).containsOnlyKeys(sydney);
        assertThat(fresh.before()).isEmpty();
        assertThat(fresh.differences()).isNotEmpty();
        assertThat(fresh.waves().getFirst())
                .filteredOn(PreviewPlan.Line::hasIt)
                .extracting(line -> line.profile().org())
                .containsExactly(tests);
        assertThat(changed.differences()).isEmpty();
        assertThat(changed.places()).isEqualTo(changed.before()).containsEntry(tests, 0);
        assertThat(useCases.preview().preview(Terms.id(), Optional.empty())).isEmpty();
        assertThat(ports.rollouts().find(fresh.plan().id())).isEmpty();
    }

    @Test
    void a_wave_is_plotted_beside_the_others_and_the_list_says_how_it_fares_and_who_is_next() {
        PlanId plan = atEverybody(Guard.USUAL);
        requests(tests, 200, 100);
        requests(london, 200, 0);

        PlotWave.Plot plot = useCases.plot().plot(plan, 0).orElseThrow();
        ListRollouts.Line line = useCases.list().list(Rollouts.Query.newest(1)).getFirst();

        assertThat(plot.step()).isEqualTo(Duration.ofMinutes(1));
        assertThat(plot.points()).hasSizeLessThanOrEqualTo(100);
        assertThat(plot.points().getLast().health().isBad()).isTrue();
        assertThat(plot.points().getLast().health().controlRequests()).isEqualTo(200);
        assertThat(useCases.plot().plot(plan, 2)).isEmpty();
        assertThat(line.worst()).contains(Tile.Verdict.BAD);
        assertThat(line.next().orElseThrow().org()).isEqualTo(sydney);
    }

    @Test
    void what_an_org_says_itself_is_offered_kept_with_its_name_and_recorded_once() {
        PlanTerms betas = Terms.terms(Terms.batch());
        Plan draft = useCases.draft().draft(Terms.id(), betas, ANN);
        assertThat(useCases.offers().show(london).orElseThrow()).isEmpty();
        var _ = useCases.change().change(draft.id(), new Order.Submit(1), ANN);
        var _ = useCases.change().change(draft.id(), new Order.Approve(2), BOB);
        Author itself = new Author("org:" + london, "please", "request-3");

        for (int i = 0; i < 2; i++) {
            assertThat(useCases.choose().choose(FLAG, london, Optional.of(Choice.IN), itself))
                    .isTrue();
        }

        ShowOffers.Offer offer = useCases.offers().show(london).orElseThrow().getFirst();
        assertThat(offer.flag()).isEqualTo(FLAG);
        assertThat(offer.open()).isTrue();
        assertThat(offer.said().orElseThrow().actor()).isEqualTo("org:" + london);
        assertThat(ports.trail().read(AuditTrail.Query.after(0, 1_000)))
                .filteredOn(record -> record.entry().action().equals("choose checkout-v2: in"))
                .hasSize(1);
        assertThat(useCases.offers().show(Ids.org())).isEmpty();
    }
}
