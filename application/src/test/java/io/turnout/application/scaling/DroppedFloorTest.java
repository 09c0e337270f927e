package io.turnout.application.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.memory.Memory;
import io.turnout.application.memory.MemoryScalingPlans;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Floor;
import io.turnout.domain.scaling.Prewarm;
import io.turnout.domain.scaling.ScalingPlan;
import io.turnout.domain.scaling.ScalingRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Floors that an operator takes back.
class DroppedFloorTest {
    private static final Instant NOON = Instant.parse("2030-03-11T12:00:00Z");
    private static final InstantSource CLOCK = () -> NOON;
    private static final Author ADA = new Author("ada", "the opening", "r-1");
    private static final Bounds LIMITS = new Bounds(1, 6);
    private static final Floor FLOOR = new Floor(NOON, NOON.plusSeconds(60), 3);
    private static final Prewarm PREWARM =
            new Prewarm(4, Duration.ofMinutes(10), Duration.ofMinutes(30));

    private final Memory memory = Memory.empty(CLOCK);
    private final MemoryScalingPlans plans =
            new MemoryScalingPlans(new ScalingPlan(LIMITS, List.of()));
    private final ScalingUseCases desk =
            ScalingUseCases.over(
                    Memory.scaling(
                            plans,
                            new ScalingTerms(
                                    "machine",
                                    ScalingTerms.Tracker.WE,
                                    LIMITS,
                                    ScalingRule.USUAL,
                                    PREWARM,
                                    Duration.ofSeconds(10)),
                            CLOCK),
                    memory.waiting().rooms(),
                    memory.audit());

    @Test
    void a_floor_is_taken_back_and_the_trail_says_so() {
        assertThat(desk.raise().raise(FLOOR, ADA)).isEqualTo(new Answer.Done<>(FLOOR));
        assertThat(plans.plan().at(NOON)).isEqualTo(new Bounds(3, 6));

        assertThat(desk.drop().drop(FLOOR, ADA)).isEqualTo(new Answer.Done<>(FLOOR));

        assertThat(plans.plan().at(NOON)).isEqualTo(LIMITS);
        assertThat(memory.audit().read(AuditTrail.Query.after(0, 9)))
                .extracting(AuditRecord::entry)
                .last()
                .extracting(AuditEntry::action, AuditEntry::subject)
                .containsExactly(
                        "scaling: floor dropped",
                        "reason=the opening 2030-03-11T12:00:00Z to 2030-03-11T12:01:00Z: 3 > -");
    }

    @Test
    void what_is_not_there_is_not_taken_back() {
        assertThat(desk.drop().drop(FLOOR, ADA))
                .isEqualTo(Answer.failed(new Failure.Refused("there is no such floor")));

        assertThat(memory.audit().read(AuditTrail.Query.after(0, 9))).isEmpty();
    }

    @Test
    void what_was_raised_for_a_sale_and_dropped_is_not_raised_again() {
        Instant sale = NOON.plus(Duration.ofHours(2));
        var _ =
                memory.waiting()
                        .rooms()
                        .open(
                                new OrgId("00DTURNOUT0000125A"),
                                new EventId("a01000000000001"),
                                Optional.of(sale),
                                10);
        assertThat(desk.prewarm().prewarm()).isEqualTo(1);

        assertThat(desk.drop().drop(PREWARM.before(sale), ADA)).isInstanceOf(Answer.Done.class);

        assertThat(desk.prewarm().prewarm()).isZero();
        assertThat(plans.plan().standing()).isEmpty();
    }
}
