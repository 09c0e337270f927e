package io.turnout.adapters.postgres;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.setting.Proposals;
import io.turnout.application.setting.ProposalsContract;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

class PostgresProposalsTest extends ProposalsContract {
    private static final Jdbi JDBI = PostgresServer.connect(PostgresServer.freshUrl());
    private static final Gate GATE = new Gate(JDBI, PostgresStorage.STACK);

    @BeforeEach
    void beginWithNone() {
        JDBI.useHandle(handle -> handle.execute("truncate setting_proposal, setting_step"));
    }

    @Override
    protected Proposals proposals() {
        return new PostgresProposals(GATE);
    }

    @Override
    protected AuditTrail trail() {
        return new PostgresAuditTrail(GATE);
    }

    @Override
    protected void elapse(Duration passed) {
        JDBI.useHandle(
                handle ->
                        handle.createUpdate(
                                        "update setting_proposal set looked_at = looked_at - :by"
                                                + " where looked_at > '-infinity'")
                                .bind("by", passed)
                                .execute());
    }
}
