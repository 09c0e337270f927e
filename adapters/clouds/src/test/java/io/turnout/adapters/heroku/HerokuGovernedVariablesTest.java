package io.turnout.adapters.heroku;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.setting.ConfigVariables;
import io.turnout.application.setting.GovernedVariablesContract;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.SettingKeys;
import io.turnout.domain.setting.TrialReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Changes that come to the config vars of an app.
class HerokuGovernedVariablesTest extends GovernedVariablesContract {
    private final HerokuFake heroku = new HerokuFake();

    @AfterEach
    void close() {
        heroku.close();
    }

    @Override
    protected ConfigVariables variables() {
        return new HerokuConfigVariables(Trial.api(heroku));
    }

    @Test
    void a_trial_restarts_nobody_and_a_change_restarts_all_once() {
        ProposalId id = approved(Edits.set(SettingKeys.POOL_SIZE, "20"));
        int before = heroku.app.restarts();
        pass(4);
        assertThat(stands(id).stage()).isEqualTo(ChangeStage.TRIAL);
        assertThat(heroku.app.restarts()).isEqualTo(before);

        trialSays(id, new TrialReport(true, 100, 0, 11, ""));
        pass(12);

        assertThat(heroku.app.restarts()).isEqualTo(before + 1);
    }

    @Test
    void code_that_was_released_meanwhile_is_a_conflict_and_nothing_is_written() {
        ProposalId id = approved(Edits.set(SettingKeys.POOL_SIZE, "20"));
        pass(4);
        trialSays(id, new TrialReport(true, 100, 0, 11, ""));
        heroku.app.release("Deploy 5e0f3a91");

        pass(12);

        assertThat(stands(id).stage()).isEqualTo(ChangeStage.REJECTED);
        assertThat(stands(id).progress().note()).contains("somebody else changed");
        assertThat(now().values()).doesNotContainKey(SettingKeys.POOL_SIZE);
    }
}
