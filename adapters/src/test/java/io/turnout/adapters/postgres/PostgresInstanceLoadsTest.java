package io.turnout.adapters.postgres;

import io.turnout.application.scaling.InstanceLoads;
import io.turnout.application.scaling.InstanceLoadsContract;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

class PostgresInstanceLoadsTest extends InstanceLoadsContract {
    private static final Jdbi JDBI = PostgresServer.connect(PostgresServer.freshUrl());

    @BeforeEach
    void beginWithNone() {
        JDBI.useHandle(handle -> handle.execute("truncate instance_load"));
    }

    @Override
    protected InstanceLoads loads() {
        return new PostgresInstanceLoads(new Gate(JDBI, PostgresStorage.STACK));
    }

    @Override
    protected void elapse(Duration passed) {
        JDBI.useHandle(
                handle ->
                        handle.createUpdate("update instance_load set at = at - :by")
                                .bind("by", passed)
                                .execute());
    }
}
