package io.turnout.domain.rollout;

import static io.turnout.domain.rollout.Plans.ACME;
import static io.turnout.domain.rollout.Plans.EARLY;
import static io.turnout.domain.rollout.Plans.EXIT;
import static io.turnout.domain.rollout.Plans.GLOBEX;
import static io.turnout.domain.rollout.Plans.ID;
import static io.turnout.domain.rollout.Plans.NIGHT;
import static io.turnout.domain.rollout.Plans.NOON;
import static io.turnout.domain.rollout.Plans.TESTS;
import static io.turnout.domain.rollout.Plans.approved;
import static io.turnout.domain.rollout.Plans.candidate;
import static io.turnout.domain.rollout.Plans.facts;
import static io.turnout.domain.rollout.Plans.figures;
import static io.turnout.domain.rollout.Plans.org;
import static io.turnout.domain.rollout.Plans.running;
import static io.turnout.domain.rollout.Plans.taken;
import static io.turnout.domain.rollout.Plans.terms;
import static io.turnout.domain.rollout.Plans.watch;
import static io.turnout.domain.rollout.Plans.whom;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Schedule.Watch WELL = watch(figures(1_000, 0));
    private static final Schedule.Watch BADLY = watch(figures(1_000, 50));

    private static Turn next(Rollout rollout, Instant now) {
        return Schedule.next(rollout, facts(now), WELL);
    }

    /// What a scheduler makes of a turn.
    private static Rollout after(Rollout rollout, Turn turn, Instant now) {
        return taken(
                switch (turn) {
                    case Turn.Start _ -> Progressing.start(rollout, now);
                    case Turn.Enter(var wave, var orgs) ->
                            Progressing.enter(rollout, wave, orgs, now);
                    case Turn.Join(var wave, var orgs) ->
                            Progressing.join(rollout, wave, orgs, now);
                    case Turn.SwitchOn(var orgs) -> Progressing.switched(rollout, orgs, now);
                    case Turn.LetGo(var orgs) -> Progressing.optedOut(rollout, orgs, now);
                    case Turn.Bake(var wave) -> Progressing.bake(rollout, wave, now);
                    case Turn.Finish(var wave) -> Progressing.finish(rollout, wave, now);
                    case Turn.Stop _ -> Steering.pause(rollout);
                    case Turn.Complete _ -> Progressing.complete(rollout);
                    case Turn.Rest _ -> new Step.Nothing();
                });
    }

    private static Rollout until(Rollout rollout, Instant now) {
        Rollout at = rollout;
        while (!(next(at, now) instanceof Turn.Rest)) {
            at = after(at, next(at, now), now);
        }
        return at;
    }

    @Test
    void an_approved_plan_starts_when_it_is_time() {
        assertThat(next(approved(), NOON.minusMillis(1))).isEqualTo(new Turn.Rest());
        assertThat(next(approved(), NOON)).isEqualTo(new Turn.Start());
    }

    @Test
    void own_test_orgs_are_switched_at_once_and_baked() {
        Rollout at = until(approved(), NOON);

        assertThat(at.plan().waves())
                .extracting(Wave::state)
                .containsExactly(WaveState.BAKING, WaveState.PLANNED, WaveState.PLANNED);
        assertThat(at.orgs(0, Member.State.LIVE)).containsExactly(TESTS);
    }

    @Test
    void the_next_wave_waits_for_the_bake_and_its_orgs_for_their_night() {
        Rollout tested = until(approved(), NOON);
        Instant baked = NOON.plus(Duration.ofHours(24));

        assertThat(until(tested, baked.minusMillis(1))).isEqualTo(tested);
        Rollout betas = until(tested, baked);
        assertThat(betas.orgs(1, Member.State.PENDING)).containsExactly(EARLY);
        Rollout night = until(betas, NIGHT.plus(Duration.ofDays(1)));
        assertThat(night.orgs(1, Member.State.LIVE)).containsExactly(EARLY);
    }

    @Test
    void who_opts_in_when_the_betas_have_it_joins_them_and_waits_for_a_night() {
        Rollout betas = until(until(approved(), NOON), NOON.plus(Duration.ofHours(24)));
        Instant later = NOON.plus(Duration.ofHours(30));
        Facts asked = facts(later, candidates(ACME, Choice.IN), Map.of());

        Turn turn = Schedule.next(betas, asked, WELL);

        assertThat(turn).isEqualTo(new Turn.Join(1, Set.of(ACME)));
        Rollout joined = after(betas, turn, later);
        assertThat(joined.orgs(1, Member.State.PENDING)).containsExactlyInAnyOrder(EARLY, ACME);
        assertThat(Schedule.next(joined, asked, WELL)).isEqualTo(new Turn.Rest());
        assertThat(Progressing.join(joined, 1, Set.of(ACME), later)).isEqualTo(new Step.Nothing());
        assertThat(Progressing.join(joined, 2, Set.of(GLOBEX), later))
                .isEqualTo(new Step.Nothing());
    }

    @Test
    void a_wave_that_is_full_takes_nobody_later() {
        WaveTerms one =
                new WaveTerms(
                        "one",
                        whom(Selection.Whom.OWN_TESTS),
                        OptionalInt.of(1),
                        Window.NIGHT,
                        WaveTerms.Entry.BY_ITSELF,
                        EXIT);
        Rollout full = until(onlyOf(one), NOON);
        List<Candidate> two =
                List.of(
                        candidate(TESTS),
                        new Candidate(
                                new OrgProfile(
                                        ACME,
                                        OrgProfile.Kind.OWN_TEST,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Set.of()),
                                Optional.empty()));

        assertThat(full.orgs(0, Member.State.LIVE)).containsExactly(TESTS);
        assertThat(facts(NOON, two, Map.of()).newcomers(full, 0)).isEmpty();
    }

    @Test
    void who_left_and_wants_to_be_in_again_is_taken_again() {
        Rollout tested = until(approved(), NOON);
        Rollout left = taken(Progressing.optedOut(tested, Set.of(TESTS), NOON));

        assertThat(facts(NOON, candidates(TESTS, Choice.OUT), Map.of()).newcomers(left, 0))
                .isEmpty();
        assertThat(facts(NOON).newcomers(left, 0)).isEmpty();
        assertThat(facts(NOON, candidates(TESTS, Choice.IN), Map.of()).newcomers(left, 0))
                .containsExactly(TESTS);
    }

    @Test
    void a_plan_is_not_complete_while_somebody_waits() {
        Rollout at = until(approved(), NOON);
        for (int hour = 0; hour < 24 * 10; hour++) {
            at = until(at, NOON.plus(Duration.ofHours(hour)));
        }
        Rollout done = at.with(at.plan().with(Stage.RUNNING)).withMembers(Set.of(org(9)), 2, NOON);

        assertThat(next(done, NOON)).isEqualTo(new Turn.Rest());
        assertThat(Progressing.complete(done)).isEqualTo(new Step.Nothing());
    }

    private static Rollout onlyOf(WaveTerms wave) {
        Plan plan = Plan.draft(ID, terms(wave), "ann");
        return Rollout.of(plan.with(new Review.Approved(Set.of("ann"), "bob", NOON, "ok")));
    }

    /// The same four, of which one has said something.
    private static List<Candidate> candidates(OrgId who, Choice choice) {
        return facts(NOON).candidates().stream()
                .map(
                        one ->
                                one.org().equals(who)
                                        ? new Candidate(one.profile(), Optional.of(choice))
                                        : one)
                .toList();
    }

    @Test
    void step_by_step_everybody_has_it_and_the_plan_is_complete() {
        Rollout at = approved();
        for (int hour = 0; hour < 24 * 10; hour++) {
            at = until(at, NOON.plus(Duration.ofHours(hour)));
        }

        assertThat(at.plan().state()).isEqualTo(PlanState.COMPLETED);
        assertThat(at.orgs(2, Member.State.LIVE)).containsExactlyInAnyOrder(ACME, GLOBEX);
    }

    @Test
    void a_wave_that_fares_worse_than_the_others_stops_the_plan() {
        Rollout tested = until(approved(), NOON);

        Turn turn = Schedule.next(tested, facts(NOON), BADLY);

        assertThat(turn)
                .isInstanceOfSatisfying(
                        Turn.Stop.class, stop -> assertThat(stop.health().isBad()).isTrue());
    }

    @Test
    void too_few_requests_stop_nothing_but_a_wave_waits_for_those_it_wants() {
        Rollout tested = until(approved(), NOON);
        Instant baked = NOON.plus(Duration.ofHours(24));

        assertThat(Schedule.next(tested, facts(NOON), watch(figures(99, 99))))
                .isEqualTo(new Turn.Rest());
        WaveTerms terms = tested.plan().waves().getFirst().terms();
        Wave wants =
                new Wave(
                        new WaveTerms(
                                terms.title(),
                                terms.selection(),
                                terms.atMost(),
                                terms.window(),
                                terms.entry(),
                                new Exit(1, Duration.ofHours(24), 500)),
                        WaveState.BAKING,
                        Optional.of(NOON),
                        Optional.of(NOON));
        Rollout patient = tested.with(tested.plan().with(List.of(wants)));
        assertThat(Schedule.next(patient, facts(baked), watch(figures(499, 0))))
                .isEqualTo(new Turn.Rest());
        assertThat(Schedule.next(patient, facts(baked), watch(figures(500, 0))))
                .isEqualTo(new Turn.Finish(0));
    }

    @Test
    void an_org_that_another_plan_has_just_switched_waits_for_that() {
        Rollout begun = taken(Progressing.enter(running(), 0, Set.of(TESTS), NOON));
        Facts elsewhere = facts(NOON, List.of(candidate(TESTS)), Map.of(TESTS, ID));

        assertThat(Schedule.next(begun, elsewhere, WELL)).isEqualTo(new Turn.Rest());
        assertThat(next(begun, NOON)).isEqualTo(new Turn.SwitchOn(Set.of(TESTS)));
    }

    @Test
    void an_org_that_opts_out_is_let_go_even_when_the_plan_is_paused() {
        Rollout paused = taken(Steering.pause(until(approved(), NOON)));
        Candidate out = new Candidate(candidate(TESTS).profile(), Optional.of(Choice.OUT));

        Turn turn = Schedule.next(paused, facts(NOON, List.of(out), Map.of()), WELL);

        assertThat(turn).isEqualTo(new Turn.LetGo(Set.of(TESTS)));
        assertThat(after(paused, turn, NOON).orgs(0, Member.State.OPTED_OUT))
                .containsExactly(TESTS);
    }

    @Test
    void what_another_instance_has_done_is_done_once() {
        Rollout begun = taken(Progressing.enter(running(), 0, Set.of(TESTS), NOON));
        Rollout switched = taken(Progressing.switched(begun, Set.of(TESTS), NOON));

        assertThat(Progressing.enter(begun, 0, Set.of(TESTS), NOON)).isEqualTo(new Step.Nothing());
        assertThat(Progressing.switched(switched, Set.of(TESTS), NOON))
                .isEqualTo(new Step.Nothing());
        assertThat(Progressing.start(running(), NOON)).isEqualTo(new Step.Nothing());
    }

    @Test
    void a_plan_that_was_paused_meanwhile_switches_nobody() {
        Rollout begun = taken(Progressing.enter(running(), 0, Set.of(TESTS), NOON));
        Rollout paused = taken(Steering.pause(begun));

        assertThat(Progressing.switched(paused, Set.of(TESTS), NOON)).isEqualTo(new Step.Nothing());
        assertThat(next(paused, NOON)).isEqualTo(new Turn.Rest());
    }
}
