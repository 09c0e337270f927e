package io.turnout.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.StackName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Author ANN = new Author("op-1", "slow pages", "r-1");
    private static final Mark MARK = Mark.of(ANN, NOON);
    private static final Flag FLAG = Flag.CHECKOUT_V2;
    private static final OrgId ACME = new OrgId("00D000000000001");
    private static final OrgId OTHER = new OrgId("00D000000000002");

    private static Overlay after(FlagChange... changes) {
        return Overlay.NOTHING.after(List.of(changes), MARK);
    }

    private static Decision decided(Overlay overlay, OrgId org) {
        return overlay.decide(FLAG, org, NOON, () -> true);
    }

    private static FlagChange allow() {
        return new FlagChange.Allow(FLAG, Audience.of(ACME));
    }

    private static FlagChange force(Switch to) {
        return new FlagChange.Force(FLAG, ACME, to, Optional.empty());
    }

    private static FlagChange kill() {
        return new FlagChange.Kill(FLAG, Audience.of(ACME));
    }

    @Test
    void who_was_never_named_has_nothing() {
        assertThat(decided(after(), ACME)).isEqualTo(new Decision.NotReached());
        assertThat(decided(after(allow()), OTHER)).isEqualTo(new Decision.NotReached());
    }

    @Test
    void whom_a_plan_allows_has_it_if_the_definitions_agree() {
        Overlay allowed = after(allow());

        assertThat(allowed.decide(FLAG, ACME, NOON, () -> true))
                .isEqualTo(new Decision.Allowed(MARK));
        assertThat(allowed.decide(FLAG, ACME, NOON, () -> false))
                .isEqualTo(new Decision.SwitchedOff(MARK));
    }

    @Test
    void definitions_alone_switch_nothing_on() {
        assertThat(after().decide(FLAG, ACME, NOON, () -> true).isOn()).isFalse();
    }

    @Test
    void a_force_wins_over_plans_and_definitions() {
        assertThat(after(force(Switch.ON)).decide(FLAG, ACME, NOON, () -> false).isOn()).isTrue();
        assertThat(decided(after(allow(), force(Switch.OFF)), ACME))
                .isInstanceOf(Decision.ForcedOff.class);
        assertThat(decided(after(force(Switch.ON)), OTHER).isOn()).isFalse();
    }

    @Test
    void a_kill_wins_over_everything() {
        Overlay killed = after(allow(), force(Switch.ON), kill());

        assertThat(decided(killed, ACME)).isEqualTo(new Decision.Killed(MARK));
        assertThat(
                        decided(
                                after(
                                        force(Switch.ON),
                                        new FlagChange.Kill(FLAG, Audience.everybody())),
                                ACME))
                .isInstanceOf(Decision.Killed.class);
    }

    @Test
    void a_force_ends_with_its_last_instant() {
        Overlay forced =
                after(new FlagChange.Force(FLAG, ACME, Switch.ON, Optional.of(NOON.plusNanos(1))));

        assertThat(forced.decide(FLAG, ACME, NOON, () -> true).isOn()).isTrue();
        assertThat(forced.decide(FLAG, ACME, NOON.plusNanos(1), () -> true).isOn()).isFalse();
    }

    @Test
    void what_was_said_of_everybody_and_of_one_org_is_taken_back_one_by_one() {
        Audience everybody = Audience.everybody();
        Overlay both = after(allow(), new FlagChange.Allow(FLAG, everybody));

        Overlay one = both.after(List.of(new FlagChange.Withdraw(FLAG, everybody)), MARK);
        Overlay none = one.after(List.of(new FlagChange.Withdraw(FLAG, Audience.of(ACME))), MARK);

        assertThat(decided(both, OTHER).isOn()).isTrue();
        assertThat(decided(one, OTHER).isOn()).isFalse();
        assertThat(decided(one, ACME).isOn()).isTrue();
        assertThat(decided(none, ACME).isOn()).isFalse();
    }

    @Test
    void a_lift_and_a_release_take_back_what_they_name() {
        Overlay both = after(allow(), force(Switch.OFF), kill());

        Overlay lifted = both.after(List.of(new FlagChange.Lift(FLAG, Audience.of(ACME))), MARK);
        Overlay free = lifted.after(List.of(new FlagChange.Release(FLAG, ACME)), MARK);

        assertThat(decided(lifted, ACME)).isInstanceOf(Decision.ForcedOff.class);
        assertThat(decided(free, ACME)).isEqualTo(new Decision.Allowed(MARK));
    }

    @Test
    void in_a_new_house_everybody_has_what_was_always_there_and_nobody_what_is_new() {
        Overlay initial = Overlay.initial(MARK);

        for (Flag flag : Flag.FEATURES) {
            assertThat(initial.decide(flag, ACME, NOON, () -> true).isOn())
                    .isEqualTo(flag.initially() == Flag.Initially.EVERYBODY);
        }
        assertThat(initial.revision()).isEqualTo(1);
    }

    @Test
    void definitions_name_whom_a_plan_allows_and_nobody_killed() {
        FlagChange everybody = new FlagChange.Allow(FLAG, Audience.everybody());
        FlagChange both = new FlagChange.Allow(FLAG, Audience.of(Set.of(ACME, OTHER)));

        assertThat(after().of(FLAG).reach()).isEqualTo(new Reach.Only(Set.of()));
        assertThat(after(both, kill()).of(FLAG).reach()).isEqualTo(new Reach.Only(Set.of(OTHER)));
        assertThat(after(everybody, kill()).of(FLAG).reach())
                .isEqualTo(new Reach.All(Set.of(ACME)));
        assertThat(
                        after(everybody, new FlagChange.Kill(FLAG, Audience.everybody()))
                                .of(FLAG)
                                .reach())
                .isEqualTo(new Reach.Only(Set.of()));
        assertThat(after(force(Switch.ON)).of(FLAG).reach()).isEqualTo(new Reach.Only(Set.of()));
    }

    @Test
    void every_flag_has_a_key_of_its_own() {
        Set<String> keys = Flag.FEATURES.stream().map(Flag::key).collect(Collectors.toSet());

        assertThat(keys).hasSize(Flag.FEATURES.size());
        assertThat(Flag.of("checkout-v2")).contains(Flag.CHECKOUT_V2);
        assertThat(Flag.of("unheard-of")).isEmpty();
    }

    @Test
    void every_stack_has_a_flag_that_says_who_is_to_be_at_home_there() {
        StackName aws = new StackName("aws");

        assertThat(Flag.of("home-aws")).contains(Flag.home(aws));
        assertThat(Flag.home(aws).home()).contains(aws);
        assertThat(FLAG.home()).isEmpty();
        assertThat(Flag.of("home-")).isEmpty();
        assertThat(Flag.of("home-No Stack")).isEmpty();
    }

    @Test
    void the_flag_of_a_stack_is_known_once_something_was_said_of_it() {
        Flag home = Flag.home(new StackName("aws"));

        assertThat(after().known()).isEqualTo(Flag.FEATURES);
        assertThat(after(new FlagChange.Allow(home, Audience.of(ACME))).known())
                .contains(home)
                .containsAll(Flag.FEATURES);
    }

    @Test
    void an_audience_is_somebody_and_not_too_many() {
        assertThatThrownBy(() -> Audience.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Audience.of(orgs(Audience.ORGS_MAX))).isNotNull();
        assertThatThrownBy(() -> Audience.of(orgs(Audience.ORGS_MAX + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<OrgId> orgs(int count) {
        return IntStream.range(0, count).mapToObj(n -> new OrgId("00D%012d".formatted(n))).toList();
    }

    @Test
    void a_reason_names_no_address() {
        assertThatThrownBy(() -> new Author("op-1", "ask ann@acme.example", "r"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Author("op-1", "  ", "r"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_org_of_a_change_has_a_record_of_its_own() {
        List<AuditEntry> records =
                ChangeRecords.of(
                        List.of(
                                new FlagChange.Kill(FLAG, Audience.of(Set.of(ACME, OTHER))),
                                new FlagChange.Lift(FLAG, Audience.everybody())),
                        ANN);

        assertThat(records)
                .extracting(AuditEntry::action, AuditEntry::org, AuditEntry::subject)
                .containsExactly(
                        tuple("flag checkout-v2: kill", Optional.of(ACME), "slow pages"),
                        tuple("flag checkout-v2: kill", Optional.of(OTHER), "slow pages"),
                        tuple(
                                "flag checkout-v2: lift the kill",
                                Optional.empty(),
                                "everybody: slow pages"));
    }
}
