package io.turnout.adapters.postgres;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.application.rollout.Rollouts;
import io.turnout.application.rollout.RolloutsContract;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

class PostgresRolloutsTest extends RolloutsContract {
    private static final Jdbi JDBI = PostgresServer.connect(PostgresServer.freshUrl());
    private static final Gate GATE = new Gate(JDBI, PostgresStorage.STACK);

    private final FlagOverlay overlay = new PostgresFlagOverlay(GATE);

    @Override
    protected Rollouts rollouts() {
        return new PostgresRollouts(GATE);
    }

    @Override
    protected FlagOverlay overlay() {
        return overlay;
    }

    @Override
    protected AuditTrail trail() {
        return new PostgresAuditTrail(GATE);
    }

    @Override
    protected void elapse(Duration passed) {
        JDBI.useHandle(
                handle ->
                        handle.createUpdate("update rollout_plan set looked_at = looked_at - :by")
                                .bind("by", passed)
                                .execute());
    }
}
