package io.turnout.adapters.postgres;

import io.turnout.application.setting.InstanceReports;
import io.turnout.application.setting.InstanceReportsContract;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

class PostgresInstanceReportsTest extends InstanceReportsContract {
    private static final Jdbi JDBI = PostgresServer.connect(PostgresServer.freshUrl());

    @BeforeEach
    void beginWithNone() {
        JDBI.useHandle(handle -> handle.execute("truncate instance_report"));
    }

    @Override
    protected InstanceReports reports() {
        return new PostgresInstanceReports(new Gate(JDBI, PostgresStorage.STACK));
    }

    @Override
    protected void elapse(Duration passed) {
        JDBI.useHandle(
                handle ->
                        handle.createUpdate("update instance_report set at = at - :by")
                                .bind("by", passed)
                                .execute());
    }
}
