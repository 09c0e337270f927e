package io.turnout.application.flags;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryAuditTrail;
import io.turnout.application.memory.MemoryDriftNews;
import io.turnout.application.memory.MemoryFlagOverlay;
import io.turnout.application.memory.MemoryOverlayAcknowledgements;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Switch;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Decisions are the same whoever keeps the definitions.
public abstract class FlagModeContract {
    private static final Author ANN = new Author("op-1", "a try", "r-1");
    private static final InstantSource CLOCK = InstantSource.system();

    private final OrgId org = Ids.org();
    private final OrgId other = Ids.org();
    private static final Flag HOME = Flag.home(new StackName("aws"));
    private final MemoryFlagOverlay overlay =
            new MemoryFlagOverlay(new MemoryAuditTrail(CLOCK), CLOCK);

    protected abstract FlagDefinitions definitions();

    /// Waits until the definitions are those of what was said last.
    protected abstract void settle(MemoryFlagOverlay overlay);

    private FlagDecisions decisions() {
        return new FlagDecisions(overlay, definitions(), CLOCK);
    }

    private void say(FlagChange... changes) {
        FlagPorts ports =
                new FlagPorts(
                        decisions(),
                        overlay,
                        new MemoryOverlayAcknowledgements(overlay, CLOCK),
                        new MemoryDriftNews(),
                        "this");
        var _ = new ChangeFlags(ports).change(List.of(changes), ANN);
        settle(overlay);
    }

    private void isOn(Flag flag, OrgId asked) {
        assertThat(decisions().explain(flag, asked)).matches(Decision::isOn);
    }

    private void isOff(Flag flag, OrgId asked) {
        assertThat(decisions().explain(flag, asked)).matches(decision -> !decision.isOn());
    }

    @Test
    void an_org_has_what_it_is_allowed_and_others_have_not() {
        say(new FlagChange.Allow(Flag.CHECKOUT_V2, Audience.of(org)));

        isOn(Flag.CHECKOUT_V2, org);
        isOff(Flag.CHECKOUT_V2, other);
        isOff(HOME, org);
        assertThat(definitions().isOn(Flag.CHECKOUT_V2, other)).isFalse();
    }

    @Test
    void everybody_has_what_everybody_is_allowed_but_those_who_are_killed() {
        say(new FlagChange.Kill(Flag.WAITING_ROOM, Audience.of(org)));

        isOff(Flag.WAITING_ROOM, org);
        isOn(Flag.WAITING_ROOM, other);
        assertThat(definitions().isOn(Flag.WAITING_ROOM, org)).isFalse();
    }

    @Test
    void what_is_killed_for_everybody_is_nobodys_until_it_is_lifted() {
        say(new FlagChange.Kill(Flag.BULK_LANE, Audience.everybody()));
        isOff(Flag.BULK_LANE, org);
        assertThat(definitions().isOn(Flag.BULK_LANE, org)).isFalse();

        say(new FlagChange.Lift(Flag.BULK_LANE, Audience.everybody()));

        isOn(Flag.BULK_LANE, org);
    }

    @Test
    void a_force_needs_no_definition() {
        say(new FlagChange.Force(Flag.CHECKOUT_V2, org, Switch.ON, Optional.empty()));

        isOn(Flag.CHECKOUT_V2, org);
        assertThat(definitions().isOn(Flag.CHECKOUT_V2, org)).isFalse();
    }

    @Test
    void the_last_org_that_goes_leaves_nobody() {
        say(new FlagChange.Allow(Flag.CHECKOUT_V2, Audience.of(Set.of(org, other))));
        say(new FlagChange.Withdraw(Flag.CHECKOUT_V2, Audience.of(org)));
        isOff(Flag.CHECKOUT_V2, org);
        isOn(Flag.CHECKOUT_V2, other);

        say(new FlagChange.Withdraw(Flag.CHECKOUT_V2, Audience.of(other)));

        isOff(Flag.CHECKOUT_V2, other);
        assertThat(definitions().isOn(Flag.CHECKOUT_V2, Ids.org())).isFalse();
    }
}
