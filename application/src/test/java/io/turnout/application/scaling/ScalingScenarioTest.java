package io.turnout.application.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.memory.Memory;
import io.turnout.application.memory.MemoryConnectionLimits;
import io.turnout.application.memory.MemoryInstanceLoads;
import io.turnout.application.memory.MemoryInstanceScaling;
import io.turnout.application.memory.MemoryOwedDelivery;
import io.turnout.application.memory.MemoryScalingPlans;
import io.turnout.application.memory.MemoryScalingWatch;
import io.turnout.application.memory.MemorySessionAffinity;
import io.turnout.application.memory.MemorySoleWriter;
import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.scaling.AffinityPolicy;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Cause;
import io.turnout.domain.scaling.ConnectionRoom;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Floor;
import io.turnout.domain.scaling.InstanceLoad;
import io.turnout.domain.scaling.Prewarm;
import io.turnout.domain.scaling.ScalingPlan;
import io.turnout.domain.scaling.ScalingRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScalingScenarioTest {
    private static final OrgId ACME = new OrgId("00DTURNOUT0000125A");
    private static final EventId FAIR = new EventId("a01000000000001");
    private static final Author ADA = new Author("ada", "the opening", "r-1");
    private static final Bounds LIMITS = new Bounds(1, 6);
    private static final Prewarm PREWARM =
            new Prewarm(4, Duration.ofMinutes(10), Duration.ofMinutes(30));

    private final AtomicLong seconds = new AtomicLong();
    private final InstantSource clock =
            () -> Instant.parse("2030-03-11T12:00:00Z").plusSeconds(seconds.get());
    private final Memory memory = Memory.empty(clock);
    private final WaitingRooms rooms = memory.waiting().rooms();
    private final MemoryScalingPlans plans =
            new MemoryScalingPlans(new ScalingPlan(LIMITS, List.of()));
    private final MemoryInstanceScaling cloud = new MemoryInstanceScaling(plans, clock);
    private final MemoryInstanceLoads loads = new MemoryInstanceLoads(clock);
    private final MemoryScalingWatch watch = new MemoryScalingWatch(clock);
    private final MemoryConnectionLimits connections = new MemoryConnectionLimits();
    private final ScalingUseCases desk = desk(ScalingTerms.Tracker.WE, LIMITS, cloud);

    private ScalingUseCases desk(
            ScalingTerms.Tracker tracker, Bounds limits, InstanceScaling scaling) {
        return ScalingUseCases.over(
                new ScalingPorts(
                        scaling,
                        plans,
                        loads,
                        new MemoryOwedDelivery(),
                        watch,
                        new MemorySoleWriter(),
                        new ScalingTerms(
                                "machine",
                                tracker,
                                limits,
                                ScalingRule.USUAL,
                                PREWARM,
                                Duration.ofSeconds(10)),
                        connections,
                        new Front(new MemorySessionAffinity(), AffinityPolicy.AS_IT_IS),
                        clock),
                rooms,
                memory.audit());
    }

    private void bear(int instances, double inFlight) {
        for (int i = 1; i <= instances; i++) {
            desk.report()
                    .report(
                            new InstanceLoad(
                                    "web." + i,
                                    Optional.empty(),
                                    clock.instant(),
                                    inFlight / instances,
                                    0,
                                    0));
        }
    }

    private int wanted() {
        return fleet().desired();
    }

    private Fleet fleet() {
        return ((Answer.Done<Fleet>) cloud.observe()).value();
    }

    private List<Cause> tended(ScalingUseCases house) {
        long _ = seconds.addAndGet(10);
        return house.tend().tend().stream().map(kept -> kept.decision().cause()).toList();
    }

    private List<Cause> bornAndTended(double inFlight) {
        long _ = seconds.addAndGet(10);
        bear(wanted(), inFlight);
        return desk.tend().tend().stream().map(kept -> kept.decision().cause()).toList();
    }

    @Test
    void a_crowd_starts_instances_and_its_end_stops_them_and_each_is_told_once() {
        assertThat(bornAndTended(1)).containsExactly(Cause.STEADY);
        assertThat(bornAndTended(2)).isEmpty();
        assertThat(bornAndTended(90)).containsExactly(Cause.REQUESTS);
        assertThat(wanted()).isEqualTo(2);
        assertThat(bornAndTended(90)).containsExactly(Cause.COOLING);
        assertThat(bornAndTended(90)).isEmpty();
        assertThat(bornAndTended(90)).containsExactly(Cause.REQUESTS);
        assertThat(wanted()).isEqualTo(4);

        assertThat(bornAndTended(1)).containsExactly(Cause.WATCHING);
        for (int look = 0; look < 29; look++) {
            assertThat(bornAndTended(1)).isEmpty();
        }
        assertThat(bornAndTended(1)).containsExactly(Cause.QUIET);
        assertThat(wanted()).isEqualTo(3);
        assertThat(desk.show().show().decisions())
                .extracting(ScalingWatch.Kept::outcome)
                .first()
                .isEqualTo("done");
        assertThat(desk.show().show().fleet().map(seen -> seen.fleet().desired())).contains(3);
    }

    @Test
    void what_the_cloud_did_not_do_is_told_and_tried_again() {
        InstanceScaling broken =
                new InstanceScaling() {
                    @Override
                    public Answer<Fleet> observe() {
                        return cloud.observe();
                    }

                    @Override
                    public Answer<Fleet> scaleTo(int desired, Why why) {
                        return Answer.failed(new Failure.Denied("no"));
                    }

                    @Override
                    public Answer<Fleet> bound(Bounds bounds, Why why) {
                        return cloud.bound(bounds, why);
                    }

                    @Override
                    public Answer<Floor> scheduleFloor(Floor floor, Why why) {
                        return cloud.scheduleFloor(floor, why);
                    }

                    @Override
                    public Answer<Floor> dropFloor(Floor floor, Why why) {
                        return cloud.dropFloor(floor, why);
                    }
                };
        long _ = seconds.addAndGet(10);
        bear(1, 90);

        List<ScalingWatch.Kept> told = desk(ScalingTerms.Tracker.WE, LIMITS, broken).tend().tend();

        assertThat(told).extracting(ScalingWatch.Kept::outcome).containsExactly("Denied[why=no]");
        assertThat(wanted()).isEqualTo(1);
        assertThat(bornAndTended(90)).containsExactly(Cause.REQUESTS);
        assertThat(wanted()).isEqualTo(2);
    }

    @Test
    void a_ceiling_that_was_lowered_is_where_spending_ends() {
        var _ = plans.change(plan -> plan.within(new Bounds(2, 6)));
        var _ = cloud.scaleTo(5, new Why("ada", "by hand"));

        assertThat(tended(desk(ScalingTerms.Tracker.WE, new Bounds(1, 3), cloud)))
                .containsExactly(Cause.CEILING);

        assertThat(fleet()).isEqualTo(new Fleet(3, 3, new Bounds(2, 3)));
    }

    @Test
    void where_the_cloud_moves_it_we_do_not() {
        bear(1, 900);

        assertThat(tended(desk(ScalingTerms.Tracker.CLOUD, LIMITS, cloud)))
                .containsExactly(Cause.CLOUD);
        assertThat(tended(desk(ScalingTerms.Tracker.NOBODY, LIMITS, cloud))).isEmpty();

        assertThat(wanted()).isEqualTo(1);
    }

    @Test
    void a_sale_whose_start_is_known_finds_instances_running() {
        Instant sale = clock.instant().plus(Duration.ofHours(2));
        var _ = rooms.open(ACME, FAIR, Optional.of(sale), 10);

        assertThat(desk.prewarm().prewarm()).isEqualTo(1);
        assertThat(desk.prewarm().prewarm()).isZero();

        assertThat(plans.plan().floors()).containsExactly(PREWARM.before(sale));
        assertThat(bornAndTended(1)).containsExactly(Cause.STEADY);
        long _ = seconds.addAndGet(Duration.ofMinutes(110).toSeconds());
        assertThat(bornAndTended(1)).containsExactly(Cause.FLOOR);
        assertThat(wanted()).isEqualTo(4);
    }

    @Test
    void operators_choose_within_what_the_settings_say() {
        assertThat(desk.bound().bound(new Bounds(1, 7), ADA))
                .isEqualTo(Answer.failed(new Failure.Refused("the settings allow 1 to 6")));
        assertThat(desk.bound().bound(new Bounds(0, 2), ADA)).isInstanceOf(Answer.Failed.class);
        assertThat(fleet().bounds()).isEqualTo(LIMITS);

        assertThat(desk.bound().bound(new Bounds(2, 5), ADA))
                .isEqualTo(new Answer.Done<>(new Fleet(2, 2, new Bounds(2, 5))));

        assertThat(memory.audit().read(AuditTrail.Query.after(0, 9)))
                .extracting(AuditRecord::entry)
                .last()
                .extracting(AuditEntry::action, AuditEntry::subject)
                .containsExactly("scaling: bounds", "reason=the opening min: 1 > 2; max: 6 > 5");
    }

    @Test
    void a_floor_that_is_over_or_too_high_is_refused() {
        Instant now = clock.instant();
        Floor floor = new Floor(now.minusSeconds(60), now.plusSeconds(1), 3);

        assertThat(desk.raise().raise(new Floor(now.minusSeconds(60), now, 3), ADA))
                .isEqualTo(Answer.failed(new Failure.Refused("that is over")));
        assertThat(desk.raise().raise(new Floor(now, now.plusSeconds(60), 7), ADA))
                .isEqualTo(Answer.failed(new Failure.Refused("the settings allow 6")));
        assertThat(desk.raise().raise(floor, ADA)).isEqualTo(new Answer.Done<>(floor));

        assertThat(desk.show().show().plan().floors()).containsExactly(floor);
        assertThat(fleet().bounds()).isEqualTo(new Bounds(3, 6));
    }

    @Test
    void more_instances_than_the_database_has_room_for_are_refused() {
        connections.allow(new ConnectionRoom(100, 3, 16));

        assertThat(desk.bound().bound(new Bounds(1, 6), ADA))
                .isEqualTo(
                        Answer.failed(
                                new Failure.Refused(
                                        "6 instances of 16 connections each, one more that is"
                                                + " tried or replaced, and 3 that the database"
                                                + " keeps back make 115, and it allows 100")));
        assertThat(desk.bound().bound(new Bounds(1, 5), ADA)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void no_more_floors_are_taken_than_are_kept() {
        Instant now = clock.instant();
        for (int i = 1; i <= ScalingPlan.FLOORS_MAX; i++) {
            assertThat(desk.raise().raise(new Floor(now, now.plusSeconds(60L * i), 2), ADA))
                    .isInstanceOf(Answer.Done.class);
        }

        assertThat(desk.raise().raise(new Floor(now, now.plusSeconds(7), 2), ADA))
                .isEqualTo(Answer.failed(new Failure.Refused("there are too many floors already")));
    }
}
