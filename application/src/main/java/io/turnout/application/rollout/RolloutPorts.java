package io.turnout.application.rollout;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.flags.FlagOverlay;
import java.time.InstantSource;

/// What rollouts need of the outside.
public record RolloutPorts(
        Rollouts rollouts,
        OrgProfiles profiles,
        OrgZones zones,
        Choices choices,
        OrgCalendars calendars,
        Freezes freezes,
        OrgHealth health,
        FlagOverlay overlay,
        AuditTrail trail,
        InstantSource clock) {}
