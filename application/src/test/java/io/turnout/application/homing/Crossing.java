package io.turnout.application.homing;

import static io.turnout.application.rollout.Terms.ANN;
import static io.turnout.application.rollout.Terms.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.flags.FlagPorts;
import io.turnout.application.flags.Said;
import io.turnout.application.memory.Memory;
import io.turnout.application.memory.MemoryFlagDefinitions;
import io.turnout.application.memory.MemoryIdSource;
import io.turnout.application.memory.MemoryKeyManagement;
import io.turnout.application.memory.MemoryMovers;
import io.turnout.application.memory.MemoryRelocations;
import io.turnout.application.memory.MemoryStackStore;
import io.turnout.application.relocation.MovableStack;
import io.turnout.application.relocation.RelocationPorts;
import io.turnout.application.relocation.RelocationUseCases;
import io.turnout.application.rollout.OrgProfiles;
import io.turnout.application.rollout.RolloutPorts;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.application.rollout.Terms;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Guard;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.PlanTerms;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Step;
import io.turnout.domain.rollout.WaveTerms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Two stacks in memory, at the first of which plans are kept, and time passes.
final class Crossing {
    static final StackName HEROKU = new StackName("heroku");
    static final StackName AWS = new StackName("aws");
    static final Flag HOME = Flag.home(AWS);
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2027-01-15T12:00:00Z"));
    final Memory memory = Memory.empty(now::get);
    final Said said = new Said(memory.flags().overlay());
    final MemoryStackStore heroku = new MemoryStackStore(HEROKU, List.of());
    final MemoryStackStore aws = new MemoryStackStore(AWS, List.of());
    final MemoryRelocations moves = new MemoryRelocations(now::get);
    final RolloutUseCases rollouts;
    final RelocationUseCases desk;
    private final BringOrgsHome bringOrgsHome;

    Crossing(int atOnce) {
        FlagPorts flags = memory.flags();
        FlagPorts known =
                new FlagPorts(
                        flags.decisions(),
                        flags.overlay(),
                        flags.acknowledgements(),
                        flags.news(),
                        flags.instance(),
                        List.of(HOME));
        RolloutPorts all = memory.rollouts();
        RolloutPorts ours =
                new RolloutPorts(
                        all.rollouts(),
                        new AtHome(all.profiles(), heroku),
                        all.zones(),
                        all.choices(),
                        all.calendars(),
                        all.freezes(),
                        all.health(),
                        all.overlay(),
                        all.trail(),
                        all.clock());
        RelocationPorts relocations =
                new RelocationPorts(
                        moves,
                        List.of(
                                new MovableStack(heroku, new MemoryKeyManagement()),
                                new MovableStack(aws, new MemoryKeyManagement())),
                        new MemoryMovers().of(atOnce),
                        memory.audit(),
                        now::get,
                        () -> {});
        rollouts = RolloutUseCases.over(ours);
        desk = RelocationUseCases.over(relocations);
        bringOrgsHome = new BringOrgsHome(known, ours, relocations, new MemoryIdSource());
    }

    /// Those that are at home here, as a database says it.
    private record AtHome(OrgProfiles profiles, MemoryStackStore here) implements OrgProfiles {
        @Override
        public List<OrgProfile> all() {
            return profiles.all().stream().filter(one -> isHere(one.org())).toList();
        }

        @Override
        public Optional<OrgProfile> find(OrgId org) {
            return profiles.find(org).filter(_ -> isHere(org));
        }

        private boolean isHere(OrgId org) {
            return here.home(org).stream().anyMatch(home -> home.stack().equals(HEROKU));
        }

        @Override
        public void keep(OrgProfile profile) {
            profiles.keep(profile);
        }

        @Override
        public Optional<OrgId> unasked() {
            return profiles.unasked();
        }

        @Override
        public void learn(OrgId org, ZoneId zone) {
            profiles.learn(org, zone);
        }
    }

    MemoryFlagDefinitions definitions() {
        return (MemoryFlagDefinitions) memory.flags().decisions().definitions();
    }

    /// One that has no night that must be waited for.
    OrgId ownTest() {
        return welcome(Ids.org());
    }

    private OrgId welcome(OrgId org) {
        memory.orgs().welcome(org);
        heroku.welcome(org);
        memory.rollouts().profiles().keep(Terms.ownTest(org));
        return org;
    }

    OrgId customer(ZoneId zone) {
        OrgId org = ownTest();
        memory.rollouts().profiles().keep(Terms.customer(org, zone));
        return org;
    }

    /// A plan that moves these, approved.
    PlanId plan(WaveTerms... waves) {
        PlanTerms terms =
                new PlanTerms(HOME, "to the other cloud", LONG_AGO, Guard.USUAL, List.of(waves));
        Plan plan = rollouts.draft().draft(Terms.id(), terms, ANN);
        change(plan.id(), new Order.Submit(1), ANN);
        change(plan.id(), new Order.Approve(2), BOB);
        return plan.id();
    }

    void change(PlanId plan, Order order, Author author) {
        assertThat(rollouts.change().change(plan, order, author))
                .containsInstanceOf(Step.Taken.class);
    }

    Rollout at(PlanId plan) {
        return memory.rollouts().rollouts().find(plan).orElseThrow();
    }

    PlanState state(PlanId plan) {
        return at(plan).plan().state();
    }

    /// Why it was paused.
    String why(PlanId plan) {
        return rollouts.history().show(plan, 200).stream()
                .filter(entry -> entry.verb().equals("pause"))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    /// As every instance does, every few seconds.
    void look() {
        now.updateAndGet(at -> at.plusSeconds(6));
        while (rollouts.advance().advance()) {
            // Until no plan is due.
        }
        bringOrgsHome.bring();
    }

    void until(String instant) {
        now.set(Instant.parse(instant));
        look();
    }

    /// Does what was asked for.
    void run() {
        while (desk.run().run()) {
            // Until nothing is left to do.
        }
    }

    StackName home(OrgId org) {
        return heroku.home(org).orElseThrow().stack();
    }

    List<Relocation> unfinished() {
        return moves.next(100);
    }

    Relocation last(OrgId org) {
        return Optional.ofNullable(moves.latest().get(org)).orElseThrow();
    }
}
