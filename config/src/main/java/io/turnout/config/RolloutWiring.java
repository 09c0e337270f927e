package io.turnout.config;

import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresAuditTrail;
import io.turnout.adapters.postgres.PostgresChoices;
import io.turnout.adapters.postgres.PostgresFreezes;
import io.turnout.adapters.postgres.PostgresOrgCalendars;
import io.turnout.adapters.postgres.PostgresOrgHealth;
import io.turnout.adapters.postgres.PostgresOrgProfiles;
import io.turnout.adapters.postgres.PostgresRollouts;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.application.rollout.OrgZones;
import io.turnout.application.rollout.RolloutPorts;

/// What rollouts need, over PostgreSQL.
final class RolloutWiring {
    private RolloutWiring() {}

    static RolloutPorts over(Gate gate, FlagOverlay overlay, OrgZones zones) {
        return new RolloutPorts(
                new PostgresRollouts(gate),
                new PostgresOrgProfiles(gate),
                zones,
                new PostgresChoices(gate),
                new PostgresOrgCalendars(gate),
                new PostgresFreezes(gate),
                new PostgresOrgHealth(gate),
                overlay,
                new PostgresAuditTrail(gate),
                Wiring.clock());
    }
}
