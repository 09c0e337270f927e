package io.turnout.adapters.postgres;

import io.turnout.application.scaling.ScalingPlans;
import io.turnout.application.scaling.ScalingPlansContract;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

class PostgresScalingPlansTest extends ScalingPlansContract {
    private static final Jdbi JDBI = PostgresServer.connect(PostgresServer.freshUrl());

    @BeforeEach
    void beginWithNone() {
        JDBI.useHandle(handle -> handle.execute("truncate scaling_plan, scaling_floor"));
    }

    @Override
    protected ScalingPlans plans() {
        return new PostgresScalingPlans(new Gate(JDBI, PostgresStorage.STACK), FIRST);
    }
}
