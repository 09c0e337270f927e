package io.turnout.adapters.postgres;

import io.turnout.application.relocation.Relocations;
import io.turnout.application.relocation.RelocationsContract;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

class PostgresRelocationsTest extends RelocationsContract {
    private static final Jdbi JDBI = PostgresServer.connect(PostgresServer.freshUrl());

    @BeforeEach
    void beginWithNone() {
        JDBI.useHandle(handle -> handle.execute("truncate org_move, org_move_step"));
    }

    @Override
    protected Relocations relocations() {
        return new PostgresRelocations(new Gate(JDBI, PostgresStorage.STACK));
    }
}
