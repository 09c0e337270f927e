package io.turnout.application.homing;

import io.turnout.application.flags.FlagPorts;
import io.turnout.application.relocation.RelocationPorts;
import io.turnout.application.rollout.RolloutPorts;
import io.turnout.application.rollout.Rollouts;
import io.turnout.application.rollout.Surroundings;
import io.turnout.domain.homing.Errand;
import io.turnout.domain.homing.Wish;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Facts;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Stage;
import io.turnout.domain.rollout.Steering;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How orgs stand when they are looked at: what flags want, where they are, and what became of
/// their last moves.
///
/// @param atHome those at home at this stack
/// @param last the move of each that was asked for last
/// @param plans of each flag of a stack
record Sight(
        FlagPorts flags,
        RolloutPorts rollouts,
        RelocationPorts relocations,
        Map<OrgId, OrgProfile> atHome,
        Map<OrgId, Relocation> last,
        Map<Flag, List<Rollout>> plans) {
    /// Who stops plans and moves.
    static final String MOVER = "mover";

    private static final Set<Stage> GOES_ON = EnumSet.of(Stage.RUNNING, Stage.COMPLETED);

    /// One that is to go, and the plan that gave it the flag.
    record Going(OrgId org, Errand.Go go, Flag flag, Optional<Rollout> plan) {
        int wave() {
            return plan.flatMap(one -> Optional.ofNullable(one.members().get(org)))
                    .map(Member::wave)
                    .orElse(0);
        }
    }

    /// Empty where nothing was said about flags yet, as far as is known, or no stack moves orgs.
    static Optional<Sight> now(
            FlagPorts flags, RolloutPorts rollouts, RelocationPorts relocations) {
        boolean blind = flags.overlay().refresh().revision() == 0 || relocations.stacks().isEmpty();
        return blind ? Optional.empty() : Optional.of(seen(flags, rollouts, relocations));
    }

    private static Sight seen(FlagPorts flags, RolloutPorts rollouts, RelocationPorts relocations) {
        return new Sight(
                flags,
                rollouts,
                relocations,
                rollouts.profiles().all().stream()
                        .collect(Collectors.toMap(OrgProfile::org, Function.identity())),
                relocations.relocations().latest(),
                flags.known().stream()
                        .filter(flag -> flag.home().isPresent())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), flag -> plans(rollouts, flag))));
    }

    private static List<Rollout> plans(RolloutPorts rollouts, Flag flag) {
        return rollouts.rollouts().list(Rollouts.Query.of(flag, Optional.empty()));
    }

    List<OrgId> orgs() {
        return Stream.concat(atHome.keySet().stream(), last.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(OrgId::value))
                .toList();
    }

    /// What is to be done about an org, as far as that does not hang on the hour.
    Errand errand(OrgId org) {
        Wish wish = wish(org);
        Errand errand = errand(org, wish);
        if (!(wish instanceof Wish.At at)) {
            return errand;
        }
        if (errand instanceof Errand.Stop) {
            return plan(at.flag(), org)
                    .flatMap(this::resumed)
                    .map(again -> errand(org, at.again(again)))
                    .orElse(errand);
        }
        return errand instanceof Errand.Go go && relocations.stack(go.to()).isEmpty()
                ? new Errand.Stop("no stack " + go.to() + " whose database is known here")
                : errand;
    }

    private Errand errand(OrgId org, Wish wish) {
        return Errand.of(
                wish,
                relocations.stacks().getFirst().name(),
                atHome.containsKey(org),
                Optional.ofNullable(last.get(org)),
                relocations.clock().instant());
    }

    /// While the definitions are not fresh, nobody is moved on, and who was taken back comes back.
    private Wish wish(OrgId org) {
        Map<Flag, Decision> decisions = new HashMap<>();
        plans.keySet().forEach(flag -> decisions.put(flag, flags.decisions().explain(flag, org)));
        Wish wish = Wish.of(decisions);
        boolean sure = wish instanceof Wish.None || flags.decisions().definitions().isFresh();
        return sure ? wish : new Wish.Unknown();
    }

    /// The plan that gave it the flag.
    private Optional<Rollout> plan(Flag flag, OrgId org) {
        return plans.getOrDefault(flag, List.of()).stream()
                .filter(plan -> isLive(plan, org))
                .findFirst();
    }

    private static boolean isLive(Rollout plan, OrgId org) {
        return Optional.ofNullable(plan.members().get(org))
                .filter(member -> member.state() == Member.State.LIVE)
                .isPresent();
    }

    /// When somebody last said that it goes on; that is said of all its orgs.
    private Optional<Instant> resumed(Rollout plan) {
        return rollouts.rollouts().history(plan.plan().id(), Rollouts.HISTORY_MAX).stream()
                .filter(entry -> entry.verb().equals("resume"))
                .map(Rollouts.Entry::at)
                .findFirst();
    }

    Going going(OrgId org, Errand.Go go) {
        Flag flag = Flag.home(go.to());
        return new Going(org, go, flag, plan(flag, org));
    }

    /// Pauses whatever plan runs that gave the org a flag of a stack, and says why.
    void stop(OrgId org, String why) {
        String told = org + " " + why;
        Author author =
                new Author(
                        MOVER, told.substring(0, Math.min(Author.REASON_MAX, told.length())), "");
        plans.values().stream()
                .flatMap(List::stream)
                .filter(plan -> isLive(plan, org) && plan.plan().stage() == Stage.RUNNING)
                .forEach(plan -> pause(plan, author));
    }

    private void pause(Rollout plan, Author author) {
        var _ =
                rollouts.rollouts()
                        .change(
                                plan.plan().id(),
                                new Rollouts.Deed("pause", author),
                                (rollout, _) -> Steering.pause(rollout));
    }

    /// Those for whom it is time, the first of their waves first: no more than may be on their way
    /// because of flags.
    List<Going> due(List<Going> going) {
        long under =
                last.values().stream()
                        .filter(move -> !move.isFinished() && Errand.isByFlag(move))
                        .count();
        long room = relocations.movers().atOnce() - under;
        return room <= 0
                ? List.of()
                : going.stream().collect(Collectors.groupingBy(Going::plan)).values().stream()
                        .flatMap(ofPlan -> free(ofPlan).stream())
                        .sorted(
                                Comparator.comparing(Going::wave)
                                        .thenComparing(one -> one.org().value()))
                        .limit(room)
                        .toList();
    }

    /// Those of one plan in whose way nothing is: it goes on, and it is their night. What no plan
    /// gave the flag goes at once.
    private List<Going> free(List<Going> ofPlan) {
        Optional<Rollout> seen = ofPlan.getFirst().plan();
        if (seen.isEmpty()) {
            return ofPlan;
        }
        // It may have been stopped since.
        Optional<Plan> plan =
                rollouts.rollouts()
                        .find(seen.get().plan().id())
                        .map(Rollout::plan)
                        .filter(one -> GOES_ON.contains(one.stage()));
        return plan.map(one -> inTheirNight(ofPlan, one)).orElse(List.of());
    }

    private List<Going> inTheirNight(List<Going> going, Plan plan) {
        Set<OrgId> orgs = going.stream().map(Going::org).collect(Collectors.toSet());
        Facts facts = new Surroundings(rollouts).facts(plan.id(), plan.flag(), orgs::contains);
        return going.stream()
                .filter(
                        one ->
                                Optional.ofNullable(atHome.get(one.org())).stream()
                                        .anyMatch(
                                                profile ->
                                                        facts.isTimeFor(
                                                                profile,
                                                                plan.waves()
                                                                        .get(one.wave())
                                                                        .terms())))
                .toList();
    }
}
