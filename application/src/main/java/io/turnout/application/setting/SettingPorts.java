package io.turnout.application.setting;

import io.turnout.domain.setting.ChangeRule;

/// What governing settings needs of the outside.
public record SettingPorts(
        ConfigVariables variables,
        Proposals proposals,
        TrialInstances trials,
        InstanceReports reports,
        SettingProbes probes,
        Rehearsals rehearsals,
        ChangeRule rule) {}
