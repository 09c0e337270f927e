package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Storage;
import io.turnout.application.retention.RetainedContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresRetainedTest extends RetainedContract {
    private final PostgresStorage postgres = new PostgresStorage();

    @Override
    protected Storage storage() {
        return postgres;
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void no_row_is_left_behind() {
        keepAndDelete();

        for (String table :
                new String[] {
                    "registration", "attendee", "record_key", "idempotency_key", "outbox", "link"
                }) {
            int rows =
                    postgres.gate()
                            .jdbi()
                            .withHandle(
                                    handle ->
                                            handle.select("select count(*) from " + table)
                                                    .mapTo(Integer.class)
                                                    .one());
            assertThat(rows).as(table).isZero();
        }
    }
}
