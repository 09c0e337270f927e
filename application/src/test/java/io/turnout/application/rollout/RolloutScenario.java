package io.turnout.application.rollout;

import static io.turnout.application.rollout.Terms.ANN;
import static io.turnout.application.rollout.Terms.BOB;
import static io.turnout.application.rollout.Terms.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.memory.Memory;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Guard;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanTerms;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Selection;
import io.turnout.domain.rollout.Step;
import io.turnout.domain.rollout.WaveState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;

/// A house with an org for tests, one in London and one in Sydney, in which time passes.
abstract class RolloutScenario {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    static final Flag FLAG = Flag.CHECKOUT_V2;

    final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    final Memory memory = Memory.empty(now::get);
    final RolloutPorts ports = memory.rollouts();
    final RolloutUseCases useCases = RolloutUseCases.over(ports);
    final OrgId tests = Ids.org();
    final OrgId london = Ids.org();
    final OrgId sydney = Ids.org();

    @BeforeEach
    void welcome() {
        for (OrgId org : new OrgId[] {tests, london, sydney}) {
            memory.orgs().welcome(org);
        }
        ports.profiles().keep(Terms.ownTest(tests));
        ports.profiles().keep(Terms.customer(london, LONDON));
        ports.profiles().keep(Terms.customer(sydney, SYDNEY));
    }

    static PlanTerms twoWaves(Guard guard) {
        return Terms.terms(
                guard,
                Terms.wave(
                        "own tests",
                        new Selection.ByRule(
                                Selection.Whom.OWN_TESTS, Set.of(), Set.of(), Set.of(), Set.of()),
                        Duration.ZERO),
                Terms.wave("everybody", Selection.ByRule.EVERYBODY, Duration.ofHours(1)));
    }

    static Guard guard(Guard.OnBreach onBreach) {
        Guard usual = Guard.USUAL;
        return new Guard(
                usual.errorRate(),
                usual.latencyRatio(),
                usual.backlog(),
                usual.budget(),
                usual.sample(),
                onBreach);
    }

    PlanId approved(Guard guard) {
        Plan plan = useCases.draft().draft(Terms.id(), twoWaves(guard), ANN);
        assertThat(useCases.change().change(plan.id(), new Order.Submit(1), ANN))
                .containsInstanceOf(Step.Taken.class);
        assertThat(useCases.change().change(plan.id(), new Order.Approve(2), BOB))
                .containsInstanceOf(Step.Taken.class);
        return plan.id();
    }

    /// As any instance does, every few seconds.
    void look() {
        now.updateAndGet(at -> at.plusSeconds(6));
        while (useCases.advance().advance()) {
            // Until no plan is due.
        }
    }

    void until(String instant) {
        now.set(Instant.parse(instant));
        look();
    }

    Rollout at(PlanId plan) {
        return ports.rollouts().find(plan).orElseThrow();
    }

    boolean isOn(OrgId org) {
        return memory.flags()
                .decisions()
                .overlay()
                .current()
                .decide(FLAG, org, NOON, () -> true)
                .isOn();
    }

    /// So many requests were seen of an org, and so many of them failed.
    void requests(OrgId org, int count, int failed) {
        for (int i = 0; i < count; i++) {
            ports.health().note(org, i < failed, 10);
        }
        useCases.keepHealth().keep();
    }

    /// Own tests are live, and did well.
    PlanId atEverybody(Guard guard) {
        PlanId plan = approved(guard);
        look();
        requests(tests, 7, 0);
        look();
        assertThat(at(plan).plan().waves().getLast().state()).isEqualTo(WaveState.ENABLING);
        return plan;
    }
}
