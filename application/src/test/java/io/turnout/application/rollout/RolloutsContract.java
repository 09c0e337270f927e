package io.turnout.application.rollout;

import static io.turnout.application.rollout.Terms.ANN;
import static io.turnout.application.rollout.Terms.BOB;
import static io.turnout.application.rollout.Terms.batch;
import static io.turnout.application.rollout.Terms.terms;
import static io.turnout.application.rollout.Terms.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Difference;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.Progressing;
import io.turnout.domain.rollout.Refusal;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Stage;
import io.turnout.domain.rollout.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everybody who keeps plans promises.
public abstract class RolloutsContract {
    private final OrgId acme = Ids.org();
    private final OrgId globex = Ids.org();
    private final Plan draft =
            Plan.draft(Terms.id(), terms(wave("two", acme, globex), batch()), "ann");
    private Rollouts rollouts;

    protected abstract Rollouts rollouts();

    protected abstract FlagOverlay overlay();

    protected abstract AuditTrail trail();

    protected abstract void elapse(Duration passed);

    @BeforeEach
    void keep() {
        rollouts = rollouts();
        rollouts.add(draft, ANN);
    }

    private Step order(Order order, Author author) {
        return rollouts.change(
                        draft.id(),
                        new Rollouts.Deed(order.verb(), author),
                        (rollout, now) -> order.on(rollout, author, now))
                .orElseThrow();
    }

    private Rollout now() {
        return rollouts.find(draft.id()).orElseThrow();
    }

    private long version() {
        return now().plan().version();
    }

    private Step step(BiFunction<Rollout, Instant, Step> rule) {
        return rollouts.change(draft.id(), new Rollouts.Deed("go on", ANN), rule).orElseThrow();
    }

    /// Both orgs are in the first wave, and acme has it.
    private void run() {
        assertThat(order(new Order.Submit(1), ANN)).isInstanceOf(Step.Taken.class);
        assertThat(order(new Order.Approve(2), BOB)).isInstanceOf(Step.Taken.class);
        assertThat(step(Progressing::start)).isInstanceOf(Step.Taken.class);
        assertThat(step((at, now) -> Progressing.enter(at, 0, Set.of(acme, globex), now)))
                .isInstanceOf(Step.Taken.class);
        assertThat(step((at, now) -> Progressing.switched(at, Set.of(acme), now)))
                .isInstanceOf(Step.Taken.class);
    }

    private boolean isOn(OrgId org) {
        return overlay().refresh().decide(Flag.CHECKOUT_V2, org, Instant.EPOCH, () -> true).isOn();
    }

    @Test
    void a_plan_is_found_as_it_was_kept() {
        assertThat(now()).isEqualTo(Rollout.of(draft));
        assertThat(rollouts.find(Terms.id())).isEmpty();
    }

    @Test
    void each_step_is_kept_as_it_was_taken() {
        run();

        Rollout kept = now();
        assertThat(kept.plan().state()).isEqualTo(PlanState.RUNNING);
        assertThat(kept.orgs(0, Member.State.LIVE)).containsExactly(acme);
        assertThat(kept.orgs(0, Member.State.PENDING)).containsExactly(globex);
        Step paused = order(new Order.Pause(), ANN);
        assertThat(paused).isEqualTo(new Step.Taken(now()));
        Step edited =
                order(
                        new Order.Edit(
                                version(), terms(wave("two", acme, globex), wave("x", Ids.org()))),
                        ANN);
        assertThat(edited).isEqualTo(new Step.Taken(now()));
        Step shorter = order(new Order.Edit(version(), terms(wave("two", acme, globex))), ANN);
        assertThat(shorter).isEqualTo(new Step.Taken(now()));
    }

    @Test
    void whoever_is_reached_has_it_and_whoever_is_taken_back_has_it_not() {
        run();
        assertThat(isOn(acme)).isTrue();
        assertThat(isOn(globex)).isFalse();

        assertThat(order(new Order.RollBackWave(0), ANN)).isInstanceOf(Step.Taken.class);

        assertThat(isOn(acme)).isFalse();
        assertThat(overlay().current().decide(Flag.CHECKOUT_V2, globex, Instant.EPOCH, () -> true))
                .isInstanceOf(Decision.Killed.class);
    }

    @Test
    void who_was_taken_back_has_it_again_when_it_is_reached_anew() {
        run();
        assertThat(order(new Order.RollBackWave(0), ANN)).isInstanceOf(Step.Taken.class);
        assertThat(order(new Order.Submit(version()), ANN)).isInstanceOf(Step.Taken.class);
        assertThat(order(new Order.Approve(version()), BOB)).isInstanceOf(Step.Taken.class);
        assertThat(order(new Order.Resume(version()), ANN)).isInstanceOf(Step.Taken.class);
        assertThat(now().members()).isEmpty();
        assertThat(isOn(acme)).isFalse();

        assertThat(step((at, now) -> Progressing.enter(at, 0, Set.of(acme), now)))
                .isInstanceOf(Step.Taken.class);
        assertThat(step((at, now) -> Progressing.switched(at, Set.of(acme), now)))
                .isInstanceOf(Step.Taken.class);

        assertThat(isOn(acme)).isTrue();
    }

    @Test
    void what_is_refused_changes_nothing_and_is_no_history() {
        assertThat(order(new Order.Approve(1), BOB)).isEqualTo(new Step.Refused(Refusal.NOT_NOW));

        assertThat(now()).isEqualTo(Rollout.of(draft));
        assertThat(rollouts.history(draft.id(), 10)).hasSize(1);
    }

    @Test
    void nothing_is_kept_of_a_step_that_throws() {
        assertThatThrownBy(
                        () ->
                                step(
                                        (_, _) -> {
                                            throw new IllegalStateException("no");
                                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(now()).isEqualTo(Rollout.of(draft));
    }

    @Test
    void of_ten_at_once_one_step_is_taken() {
        List<Step> steps = Race.of(10, _ -> order(new Order.Submit(1), ANN));

        assertThat(steps).filteredOn(Step.Taken.class::isInstance).hasSize(1);
        assertThat(steps).filteredOn(new Step.Refused(Refusal.VERSION_CONFLICT)::equals).hasSize(9);
    }

    @Test
    void a_history_says_who_did_what_and_from_what_to_what() {
        run();

        List<Rollouts.Entry> history = rollouts.history(draft.id(), 100);

        assertThat(history)
                .extracting(Rollouts.Entry::version)
                .containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(history.get(3).actor()).isEqualTo("bob");
        assertThat(history.get(3).verb()).isEqualTo("approve");
        assertThat(history.get(3).reason()).isEqualTo("looks good");
        assertThat(history.get(3).differences())
                .contains(new Difference("state", "IN_REVIEW", "APPROVED"));
        assertThat(history.getFirst().differences())
                .containsExactly(
                        new Difference("wave 01 PENDING > wave 01 LIVE", "", "[" + acme + "]"));
        assertThat(rollouts.history(draft.id(), 2)).isEqualTo(history.subList(0, 2));
    }

    @Test
    void each_step_stands_in_the_trail_with_what_was_before_and_after() {
        run();

        List<AuditRecord> records =
                trail().read(AuditTrail.Query.after(0, AuditTrail.READ_MAX)).stream()
                        .filter(record -> record.entry().subject().contains("" + draft.id()))
                        .toList();

        assertThat(records)
                .extracting(record -> record.entry().action())
                .startsWith("rollout checkout-v2: draft", "rollout checkout-v2: submit");
        assertThat(records.get(2).entry().subject())
                .contains("version=2>3")
                .contains("state=IN_REVIEW>APPROVED");
        assertThat(records.get(2).entry().request()).isEqualTo("request-2");
    }

    @Test
    void a_plan_is_due_once_in_a_while_and_for_one() {
        run();
        elapse(Duration.ofDays(1));

        long seen =
                Race.of(20, _ -> rollouts.due()).stream()
                        .flatMap(Optional::stream)
                        .filter(draft.id()::equals)
                        .count();

        assertThat(seen).isEqualTo(1);
        elapse(Rollouts.REST.plusSeconds(1));
        assertThat(all()).contains(draft.id());
    }

    private List<PlanId> all() {
        return Stream.generate(rollouts::due)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void a_draft_and_a_plan_that_is_over_are_never_due() {
        assertThat(all()).doesNotContain(draft.id());

        run();
        assertThat(order(new Order.Abort(), ANN)).isInstanceOf(Step.Taken.class);
        elapse(Rollouts.REST.plusSeconds(1));

        assertThat(all()).doesNotContain(draft.id());
    }

    @Test
    void it_is_known_which_orgs_a_wave_watches() {
        run();
        assertThat(rollouts.watched()).containsEntry(acme, draft.id()).doesNotContainKey(globex);

        assertThat(order(new Order.Complete(version()), ANN)).isInstanceOf(Step.Taken.class);

        assertThat(rollouts.watched()).doesNotContainKey(acme);
    }

    @Test
    void plans_are_listed_newest_first_by_flag_and_stage() {
        rollouts.add(Plan.draft(Terms.id(), terms(wave("one", acme)), "ann"), ANN);
        List<Rollout> all =
                rollouts.list(Rollouts.Query.of(Flag.CHECKOUT_V2, Optional.of(Stage.NOT_STARTED)));

        assertThat(all).contains(Rollout.of(draft)).hasSizeGreaterThan(1);
        assertThat(all)
                .extracting(one -> one.plan().id().toString())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rollouts.list(Rollouts.Query.in(Stage.ABORTED)))
                .doesNotContain(Rollout.of(draft));
        assertThat(rollouts.list(Rollouts.Query.newest(1))).hasSize(1);
        Optional<PlanId> newest = Optional.of(all.getFirst().plan().id());
        assertThat(rollouts.list(Terms.query(Optional.empty(), Optional.empty(), newest)))
                .doesNotContain(all.getFirst());
        assertThat(rollouts.list(Rollouts.Query.of(Flag.BULK_LANE, Optional.empty()))).isEmpty();
    }

    @Test
    void plans_are_found_by_their_state_and_by_who_drafted_them() {
        assertThat(ids(PlanState.DRAFT, "ann")).contains(draft.id());
        assertThat(ids(PlanState.DRAFT, "bob")).isEmpty();

        assertThat(order(new Order.Submit(1), ANN)).isInstanceOf(Step.Taken.class);
        assertThat(ids(PlanState.IN_REVIEW, "ann")).contains(draft.id());
        assertThat(ids(PlanState.DRAFT, "ann")).doesNotContain(draft.id());
    }

    private List<PlanId> ids(PlanState state, String owner) {
        var query = Terms.query(Optional.of(state), Optional.of(owner), Optional.empty());
        return Terms.ids(rollouts.list(query));
    }
}
