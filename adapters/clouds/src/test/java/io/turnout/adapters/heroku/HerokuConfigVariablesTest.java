package io.turnout.adapters.heroku;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.setting.ConfigVariables;
import io.turnout.application.setting.ConfigVariablesContract;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Release;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HerokuConfigVariablesTest extends ConfigVariablesContract {
    private final HerokuFake heroku = new HerokuFake();
    private final ConfigVariables variables = new HerokuConfigVariables(Trial.api(heroku));

    @AfterEach
    void close() {
        heroku.close();
    }

    @Override
    protected ConfigVariables variables() {
        return variables;
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.values());
    }

    @Override
    protected void strike(Fault fault) {
        heroku.fault = fault;
    }

    @Override
    protected void heal() {
        heroku.fault = null;
    }

    @Test
    void a_change_restarts_every_dyno_by_itself() {
        assertThat(apply(Edits.set("POOL_SIZE", "16")).effect())
                .isEqualTo(Applied.Effect.RESTARTING);
        assertThat(heroku.app.restarts()).isEqualTo(1);

        var _ = apply(Edits.set("POOL_SIZE", "17"));
        assertThat(heroku.app.restarts()).isEqualTo(2);
    }

    @Test
    void whoever_may_only_look_reads_no_value() {
        heroku.permissions = Set.of("view");

        assertFailed(variables.current(), Failure.Denied.class);
    }

    @Test
    void a_release_of_code_is_in_the_history_as_heroku_tells_it() {
        var _ = apply(Edits.set("POOL_SIZE", "16"));
        heroku.app.release("Deploy 1a2b3c4d");

        Release newest = done(variables.history(1)).getFirst();

        assertThat(newest.actor()).isEqualTo("somebody@vendor.example");
        assertThat(newest.reason()).isEqualTo("Deploy 1a2b3c4d");
    }

    @Test
    void the_note_of_a_change_is_no_variable_of_anybodys() {
        assertFailed(
                variables.apply(Edits.set(HerokuConfigVariables.NOTE, "x"), 1, WHY),
                Failure.Refused.class);
    }
}
