package io.turnout.adapters.postgres;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.application.flags.FlagOverlayContract;
import io.turnout.application.flags.OverlayAcknowledgements;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

class PostgresFlagOverlayTest extends FlagOverlayContract {
    private final Jdbi jdbi = PostgresServer.connect(PostgresServer.freshUrl());
    private final Gate gate = new Gate(jdbi, PostgresStorage.STACK);

    @Override
    protected FlagOverlay overlay() {
        return new PostgresFlagOverlay(gate);
    }

    @Override
    protected AuditTrail trail() {
        return new PostgresAuditTrail(gate);
    }

    @Override
    protected OverlayAcknowledgements acknowledgements() {
        return new PostgresOverlayAcknowledgements(gate);
    }

    @Override
    protected void elapse(Duration passed) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        "update flag_acknowledgement set seen_at = seen_at - :by")
                                .bind("by", passed)
                                .execute());
    }
}
