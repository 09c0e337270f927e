package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Selection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Of which features an org may say that it wants them early or not at all: those that a plan
/// offers to whoever opts in, those that a plan has given it, and those it spoke of before. The
/// stack at which it is at home is no feature.
public final class ShowOffers {
    private static final Set<PlanState> OPEN =
            EnumSet.of(PlanState.APPROVED, PlanState.RUNNING, PlanState.PAUSED);

    private final RolloutPorts ports;

    public ShowOffers(RolloutPorts ports) {
        this.ports = ports;
    }

    /// Empty where the org is not at home here.
    public Optional<List<Offer>> show(OrgId org) {
        return ports.profiles().find(org).map(_ -> offers(org));
    }

    private List<Offer> offers(OrgId org) {
        Map<Flag, Choices.Said> said = ports.choices().of(org);
        List<Offer> offers = new ArrayList<>();
        for (Flag flag : Flag.FEATURES) {
            List<Rollout> plans = ports.rollouts().list(Rollouts.Query.of(flag, Optional.empty()));
            boolean open = plans.stream().anyMatch(ShowOffers::invites);
            boolean reached = plans.stream().anyMatch(plan -> reached(plan, org));
            if (open || reached || said.containsKey(flag)) {
                offers.add(
                        new Offer(
                                flag, open, isOn(flag, org), Optional.ofNullable(said.get(flag))));
            }
        }
        return offers;
    }

    private static boolean invites(Rollout rollout) {
        return OPEN.contains(rollout.plan().state())
                && rollout.plan().waves().stream()
                        .anyMatch(wave -> isForThoseWhoOptIn(wave.terms().selection()));
    }

    private static boolean isForThoseWhoOptIn(Selection selection) {
        return selection instanceof Selection.ByRule rule && rule.whom() == Selection.Whom.OPTED_IN;
    }

    private static boolean reached(Rollout rollout, OrgId org) {
        Member member = rollout.members().get(org);
        return member != null && member.state() != Member.State.ROLLED_BACK;
    }

    private boolean isOn(Flag flag, OrgId org) {
        return ports.overlay()
                .current()
                .decide(flag, org, ports.clock().instant(), () -> true)
                .isOn();
    }

    /// One feature.
    ///
    /// @param open whether a plan offers it to whoever opts in
    /// @param hasIt whether the org has it now
    public record Offer(Flag flag, boolean open, boolean hasIt, Optional<Choices.Said> said) {}
}
