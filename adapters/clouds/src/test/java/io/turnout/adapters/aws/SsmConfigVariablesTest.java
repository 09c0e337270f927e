package io.turnout.adapters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.setting.ConfigVariables;
import io.turnout.application.setting.ConfigVariablesContract;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.Edits;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

@NeedsMoto
class SsmConfigVariablesTest extends ConfigVariablesContract {
    private final EcsService service = AwsTrial.service();
    private final SsmClient ssm = AwsTrial.place().client(SsmClient.builder());
    private final String stack = AwsTrial.fresh();
    private final ConfigVariables variables = of(service);

    private ConfigVariables of(EcsService tasks) {
        return new SsmConfigVariables(
                new Parameters(ssm, stack), tasks::deploy, InstantSource.system());
    }

    @Override
    protected ConfigVariables variables() {
        return variables;
    }

    /// A stack without parameters is an empty one, so nothing is unknown.
    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.DENIED, Fault.THROTTLED, Fault.UNREACHABLE);
    }

    @Override
    protected void strike(Fault fault) {
        Moto.proxy().strike(fault);
    }

    @Override
    protected void heal() {
        Moto.proxy().heal();
    }

    @Test
    void a_change_counts_when_tasks_are_replaced_and_it_asks_for_that() {
        String before = AwsTrial.deployment(service);

        assertThat(apply(Edits.set("POOL_SIZE", "16")).effect())
                .isEqualTo(Applied.Effect.DEPLOYING);

        assertThat(AwsTrial.deployment(service)).isNotEqualTo(before);
    }

    @Test
    void without_a_deployment_it_counts_for_whoever_starts_next() {
        EcsClient ecs = AwsTrial.place().client(EcsClient.builder());
        ConfigVariables elsewhere = of(new EcsService(ecs, service.cluster(), "nobody"));

        assertThat(done(elsewhere.apply(Edits.set("POOL_SIZE", "16"), 0, WHY)).effect())
                .isEqualTo(Applied.Effect.AT_NEXT_START);
    }

    @Test
    void a_parameter_that_tasks_name_never_goes() {
        var _ = apply(Edits.set("POOL_SIZE", "16"));
        var _ = apply(Edits.unset("POOL_SIZE"));

        assertThat(
                        ssm.getParameter(one -> one.name("/turnout/" + stack + "/vars/POOL_SIZE"))
                                .parameter()
                                .version())
                .isEqualTo(2);
    }

    @Test
    void a_release_that_broke_off_is_no_place_to_go_back_to() {
        var _ = apply(Edits.set("POOL_SIZE", "16"));
        var _ =
                ssm.putParameter(
                        one ->
                                one.name("/turnout/" + stack + "/releases/2")
                                        .value("2026-03-11T09:00:00Z\nada\nbroke off")
                                        .type("String"));

        assertFailed(variables.rollback(2, 2, WHY), Failure.Unknown.class);
        assertThat(done(variables.current()).version()).isEqualTo(2);
    }

    @Test
    void thirty_releases_are_remembered_and_no_more() {
        for (int value = 1; value <= 31; value++) {
            var _ = apply(Edits.set("POOL_SIZE", "" + value));
        }

        assertThat(done(variables.history(100))).hasSize(30);
        assertFailed(variables.at(1), Failure.Unknown.class);
        assertThat(done(variables.at(2)).values()).containsEntry("POOL_SIZE", "2");
    }
}
