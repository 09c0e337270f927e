package io.turnout.adapters.postgres;

import io.turnout.application.scaling.ConnectionLimits;
import io.turnout.application.scaling.ConnectionLimitsContract;
import org.jdbi.v3.core.Jdbi;

class PostgresConnectionLimitsTest extends ConnectionLimitsContract {
    private static final Jdbi JDBI = PostgresServer.connect(PostgresServer.freshUrl());

    @Override
    protected ConnectionLimits limits() {
        return new PostgresConnectionLimits(new Gate(JDBI, PostgresStorage.STACK), EACH);
    }

    @Override
    protected int allowed() {
        return JDBI.withHandle(
                handle -> handle.createQuery("show max_connections").mapTo(Integer.class).one());
    }
}
