package io.turnout.adapters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.MemoryTrialInstances;
import io.turnout.application.setting.ConfigVariables;
import io.turnout.application.setting.GovernedVariablesContract;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.SettingKeys;
import io.turnout.domain.setting.TrialReport;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;

/// Changes that come to parameters of Systems Manager, and to tasks by a deployment.
@NeedsMoto
class SsmGovernedVariablesTest extends GovernedVariablesContract {
    private final EcsService service = AwsTrial.service();
    private final SsmClient ssm = AwsTrial.place().client(SsmClient.builder());
    private final String stack = AwsTrial.fresh();

    @Override
    protected ConfigVariables variables() {
        return new SsmConfigVariables(
                new Parameters(ssm, stack), service::deploy, InstantSource.system());
    }

    @Test
    void whoever_dies_while_it_writes_is_finished_by_another() {
        ProposalId id = approved(Edits.set(SettingKeys.POOL_SIZE, "20"));
        pass(4);
        trialSays(id, new TrialReport(true, 100, 0, 11, ""));
        long begun = now().version() + 1;
        var _ =
                ssm.putParameter(
                        one ->
                                one.name("/turnout/" + stack + "/releases/" + begun)
                                        .value("2026-11-30T12:00:00Z\nada\n" + id + ": more seats")
                                        .type("String"));

        pass(12);

        assertThat(stands(id).stage()).isEqualTo(ChangeStage.WATCHING);
        assertThat(stands(id).progress().applied()).contains(begun + 1);
        assertThat(now().values()).containsEntry(SettingKeys.POOL_SIZE, "20");
    }

    @Test
    void tasks_are_replaced_where_the_change_itself_could_not_ask_for_it() {
        String before = AwsTrial.deployment(service);

        new EcsTrialInstances(new MemoryTrialInstances(), service).renew();

        assertThat(AwsTrial.deployment(service)).isNotEqualTo(before);
    }
}
