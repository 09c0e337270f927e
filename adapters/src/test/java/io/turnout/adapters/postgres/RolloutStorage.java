package io.turnout.adapters.postgres;

import io.turnout.application.memory.MemoryOrgZones;
import io.turnout.application.rollout.RolloutPorts;
import java.time.InstantSource;

/// The ports of rollouts over a PostgreSQL.
final class RolloutStorage {
    private RolloutStorage() {}

    static RolloutPorts over(Gate gate) {
        return new RolloutPorts(
                new PostgresRollouts(gate),
                new PostgresOrgProfiles(gate),
                new MemoryOrgZones(),
                new PostgresChoices(gate),
                new PostgresOrgCalendars(gate),
                new PostgresFreezes(gate),
                new PostgresOrgHealth(gate),
                new PostgresFlagOverlay(gate),
                new PostgresAuditTrail(gate),
                InstantSource.system());
    }
}
