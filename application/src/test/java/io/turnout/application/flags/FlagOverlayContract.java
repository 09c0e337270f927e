package io.turnout.application.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.flags.FlagOverlay.Kept;
import io.turnout.application.flags.OverlayAcknowledgements.Applied;
import io.turnout.application.flags.OverlayAcknowledgements.Instance;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Decision;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Mark;
import io.turnout.domain.rollout.Overlay;
import io.turnout.domain.rollout.Switch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everybody who keeps what was said about flags promises. Each test has a storage of its own.
public abstract class FlagOverlayContract {
    private static final Author ANN = new Author("op-1", "slow pages", "r-1");
    private static final Flag HOME = Flag.home(new StackName("aws"));
    private static final Flag FLAG = Flag.CHECKOUT_V2;

    private final OrgId org = Ids.org();
    private final OrgId other = Ids.org();
    private FlagOverlay overlay;

    /// Of a house in which nothing was said yet.
    protected abstract FlagOverlay overlay();

    protected abstract AuditTrail trail();

    protected abstract OverlayAcknowledgements acknowledgements();

    /// As if so much time had passed since everything was acknowledged.
    protected abstract void elapse(Duration passed);

    @BeforeEach
    void open() {
        overlay = overlay();
        var _ = overlay.refresh();
    }

    private Kept say(FlagChange... changes) {
        return overlay.change(List.of(changes), ANN);
    }

    private Decision decided(OrgId asked) {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        return overlay.current().decide(FLAG, asked, now, () -> true);
    }

    @Test
    void a_new_house_is_as_the_flags_say() {
        Overlay initial = overlay.current();

        Mark any = initial.of(Flag.WAITING_ROOM).allowed().everybody().orElseThrow();
        assertThat(any.actor()).isEqualTo("turnout");
        assertThat(initial.revision()).isEqualTo(1);
        for (Flag flag : Flag.FEATURES) {
            assertThat(initial.of(flag).allowed().everybody().isPresent())
                    .isEqualTo(flag.initially() == Flag.Initially.EVERYBODY);
            assertThat(initial.of(flag).allowed().orgs()).isEmpty();
        }
    }

    @Test
    void what_is_said_holds_at_once_and_says_who_and_why() {
        Kept kept = say(new FlagChange.Allow(FLAG, Audience.of(org)));

        assertThat(overlay.current().revision()).isEqualTo(kept.revision()).isEqualTo(2);
        assertThat(decided(org))
                .isInstanceOfSatisfying(
                        Decision.Allowed.class,
                        allowed -> {
                            assertThat(allowed.mark().actor()).isEqualTo("op-1");
                            assertThat(allowed.mark().reason()).isEqualTo("slow pages");
                        });
        assertThat(decided(other)).isEqualTo(new Decision.NotReached());
    }

    @Test
    void everything_that_can_be_said_is_read_as_it_was_said() {
        Instant until = Instant.parse("2026-11-22T18:00:00Z");
        List<FlagChange> changes =
                List.of(
                        new FlagChange.Allow(FLAG, Audience.of(Set.of(org, other))),
                        new FlagChange.Withdraw(FLAG, Audience.of(other)),
                        new FlagChange.Kill(FLAG, Audience.everybody()),
                        new FlagChange.Kill(FLAG, Audience.of(Set.of(org, other))),
                        new FlagChange.Lift(FLAG, Audience.everybody()),
                        new FlagChange.Lift(FLAG, Audience.of(other)),
                        new FlagChange.Force(FLAG, org, Switch.OFF, Optional.empty()),
                        new FlagChange.Force(FLAG, org, Switch.ON, Optional.of(until)),
                        new FlagChange.Force(FLAG, other, Switch.OFF, Optional.empty()),
                        new FlagChange.Release(FLAG, other),
                        new FlagChange.Allow(HOME, Audience.everybody()));
        Overlay expected =
                overlay.current()
                        .after(changes, Mark.of(ANN, Instant.parse("2000-01-01T00:00:00Z")));

        var _ = overlay.change(changes, ANN);

        assertThat(overlay.refresh())
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Instant.class)
                .isEqualTo(expected);
        assertThat(overlay.current().of(FLAG).forced())
                .hasEntrySatisfying(org, force -> assertThat(force.until()).contains(until));
    }

    @Test
    void a_change_and_its_records_are_one() {
        Author refused = new Author("op-1", "x", "r-" + "long".repeat(100));

        assertThatThrownBy(
                        () ->
                                overlay.change(
                                        List.of(new FlagChange.Kill(FLAG, Audience.of(org))),
                                        refused))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(overlay.refresh().revision()).isEqualTo(1);
        assertThat(decided(org)).isEqualTo(new Decision.NotReached());
    }

    @Test
    void each_org_finds_the_change_in_its_trail() {
        var _ = say(new FlagChange.Kill(FLAG, Audience.of(Set.of(org, other))));

        List<AuditRecord> records =
                trail().read(
                                new AuditTrail.Query(
                                        0, AuditTrail.Period.ALWAYS, Optional.of(org), 10));

        assertThat(records).hasSize(1);
        assertThat(records.getFirst().entry().action()).isEqualTo("flag checkout-v2: kill");
        assertThat(records.getFirst().entry().actor()).isEqualTo("op-1");
    }

    @Test
    void the_same_said_again_is_a_revision_and_changes_nothing() {
        var _ = say(new FlagChange.Kill(FLAG, Audience.of(org)));
        Kept again = say(new FlagChange.Kill(FLAG, Audience.of(org)));
        Kept lifted = say(new FlagChange.Lift(FLAG, Audience.of(org)));

        assertThat(again.revision()).isEqualTo(3);
        assertThat(lifted.revision()).isEqualTo(4);
        assertThat(decided(org)).isEqualTo(new Decision.NotReached());
    }

    @Test
    void those_who_say_something_at_once_all_get_their_say() throws Exception {
        List<OrgId> orgs = LongStream.range(0, 20).mapToObj(_ -> Ids.org()).toList();

        List<Kept> all = Race.of(20, n -> say(new FlagChange.Kill(FLAG, Audience.of(orgs.get(n)))));

        assertThat(all).extracting(Kept::revision).doesNotHaveDuplicates();
        assertThat(overlay.refresh().revision()).isEqualTo(21);
        assertThat(overlay.current().of(FLAG).killed().orgs().keySet())
                .containsExactlyInAnyOrderElementsOf(orgs);
    }

    @Test
    void nothing_and_too_much_are_no_step() {
        assertThatThrownBy(() -> say()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_change_is_applied_when_every_instance_has_gone_by_it() {
        OverlayAcknowledgements acknowledgements = acknowledgements();
        Kept kept = say(new FlagChange.Kill(FLAG, Audience.of(org)));
        acknowledgements.acknowledge("web-1", kept.revision());
        acknowledgements.acknowledge("web-2", kept.revision() - 1);

        Applied half = acknowledgements.of(kept.revision()).orElseThrow();
        acknowledgements.acknowledge("web-2", kept.revision() + 1);
        Applied whole = acknowledgements.of(kept.revision()).orElseThrow();

        assertThat(half.changedAt()).isCloseTo(kept.at(), within(1, ChronoUnit.MILLIS));
        assertThat(half.everywhereAt()).isEmpty();
        assertThat(half.instances())
                .extracting(Instance::name, one -> one.appliedAt().isPresent())
                .containsExactly(tuple("web-1", true), tuple("web-2", false));
        assertThat(whole.everywhereAt()).isPresent();
        assertThat(whole.everywhereAt().get()).isAfterOrEqualTo(whole.changedAt());
    }

    @Test
    void when_an_instance_first_went_by_it_counts() {
        OverlayAcknowledgements acknowledgements = acknowledgements();
        Kept kept = say(new FlagChange.Kill(FLAG, Audience.of(org)));
        acknowledgements.acknowledge("web-1", kept.revision());
        Applied first = acknowledgements.of(kept.revision()).orElseThrow();
        acknowledgements.acknowledge("web-1", kept.revision());
        acknowledgements.acknowledge("web-1", kept.revision() + 1);

        assertThat(acknowledgements.of(kept.revision())).contains(first);
    }

    @Test
    void who_was_not_heard_for_long_is_no_instance() {
        OverlayAcknowledgements acknowledgements = acknowledgements();
        acknowledgements.acknowledge("web-1", 1);
        elapse(OverlayAcknowledgements.GONE_AFTER.plusSeconds(1));
        acknowledgements.acknowledge("web-2", 1);

        assertThat(acknowledgements.of(1).orElseThrow().instances())
                .extracting(Instance::name)
                .containsExactly("web-2");
        assertThat(acknowledgements.of(7)).isEmpty();
    }
}
