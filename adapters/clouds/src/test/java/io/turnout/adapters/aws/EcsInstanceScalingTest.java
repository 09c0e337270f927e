package io.turnout.adapters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.scaling.InstanceScaling;
import io.turnout.application.scaling.InstanceScalingContract;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Floor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

@NeedsMoto
class EcsInstanceScalingTest extends InstanceScalingContract {
    private final ApplicationAutoScalingClient bounds =
            AwsTrial.place().client(ApplicationAutoScalingClient.builder());
    private final EcsService service = AwsTrial.service();
    private final InstanceScaling scaling = of(service);
    private final InstanceScaling nobodys =
            of(new EcsService(service.ecs(), service.cluster(), "nobody"));
    private boolean unknown;

    private InstanceScaling of(EcsService tasks) {
        return new EcsInstanceScaling(tasks, bounds, InstantSource.system());
    }

    @BeforeEach
    void begin() {
        assertThat(done(scaling.bound(FIRST, WHY)).bounds()).isEqualTo(FIRST);
    }

    @Override
    protected InstanceScaling scaling() {
        return unknown ? nobodys : scaling;
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.values());
    }

    /// Of a service that is not there, AWS itself speaks.
    @Override
    protected void strike(Fault fault) {
        unknown = fault == Fault.UNKNOWN;
        if (!unknown) {
            Moto.proxy().strike(fault);
        }
    }

    @Override
    protected void heal() {
        unknown = false;
        Moto.proxy().heal();
    }

    @Test
    void aws_holds_the_bounds_and_the_floors() {
        Instant from = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        Floor floor = new Floor(from, from.plus(Duration.ofHours(2)), 3);

        assertThat(done(scaling.bound(new Bounds(2, 4), WHY)).bounds()).isEqualTo(new Bounds(2, 4));
        assertThat(done(scaling.scheduleFloor(floor, WHY))).isEqualTo(floor);

        var actions =
                bounds
                        .describeScheduledActions(one -> one.serviceNamespace(ServiceNamespace.ECS))
                        .scheduledActions()
                        .stream()
                        .filter(one -> one.resourceId().contains(service.cluster()))
                        .toList();
        assertThat(actions)
                .extracting(one -> one.scalableTargetAction().minCapacity())
                .containsExactlyInAnyOrder(3, 2);
        assertThat(actions)
                .anySatisfy(
                        one ->
                                assertThat(one.schedule())
                                        .isEqualTo("at(" + from.toString().replace("Z", "") + ")"));
    }
}
