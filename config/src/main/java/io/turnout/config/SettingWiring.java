package io.turnout.config;

import io.dropwizard.db.DataSourceFactory;
import io.turnout.adapters.machine.MachineTrialInstances;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresInstanceReports;
import io.turnout.adapters.postgres.PostgresProposals;
import io.turnout.application.setting.InstanceReports;
import io.turnout.application.setting.Rehearsals;
import io.turnout.application.setting.SettingPorts;
import io.turnout.domain.setting.ChangeRule;

/// What governing settings needs, over PostgreSQL, and what has to end with the house.
record SettingWiring(SettingPorts ports, House.Part part) {
    static SettingWiring over(
            Gate gate, DataSourceFactory database, TurnoutSettings all, Rehearsals rehearsals) {
        VariablesSettings settings = all.variables();
        InstanceReports reports = new PostgresInstanceReports(gate);
        MachineTrialInstances trials = new MachineTrialInstances(settings.trialCommand());
        SettingPorts ports =
                new SettingPorts(
                        settings.open(Wiring.clock()),
                        new PostgresProposals(gate),
                        settings.trials(trials),
                        reports,
                        new DryRun(database, reports, !all.scaling().isOff()),
                        rehearsals,
                        ChangeRule.USUAL.confirmWithin(settings.confirmWithin()));
        return new SettingWiring(
                ports,
                new House.Part() {
                    @Override
                    public void stop() {
                        trials.close();
                    }
                });
    }
}
