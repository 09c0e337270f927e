package io.turnout.adapters.postgres;

import io.turnout.application.scaling.ScalingWatch;
import io.turnout.application.scaling.ScalingWatchContract;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

class PostgresScalingWatchTest extends ScalingWatchContract {
    private static final Jdbi JDBI = PostgresServer.connect(PostgresServer.freshUrl());

    @BeforeEach
    void beginAnew() {
        JDBI.useHandle(
                handle -> {
                    int _ = handle.execute("truncate scaling_decision, scaling_watch");
                    int _ = handle.execute("insert into scaling_watch default values");
                });
    }

    @Override
    protected ScalingWatch watch() {
        return new PostgresScalingWatch(new Gate(JDBI, PostgresStorage.STACK));
    }

    @Override
    protected void elapse(Duration passed) {
        JDBI.useHandle(
                handle ->
                        handle.createUpdate("update scaling_watch set looked_at = looked_at - :by")
                                .bind("by", passed)
                                .execute());
    }
}
