package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.operator.OperatorSessions;
import io.turnout.application.operator.OperatorSessionsContract;
import io.turnout.domain.operator.SessionKey;
import java.time.Duration;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresOperatorSessionsTest extends OperatorSessionsContract {
    private Jdbi jdbi;
    private OperatorSessions sessions;

    @BeforeEach
    void fresh() {
        jdbi = PostgresServer.connect(PostgresServer.freshUrl());
        sessions = new PostgresOperatorSessions(new Gate(jdbi, PostgresStorage.STACK));
    }

    @Override
    protected OperatorSessions sessions() {
        return sessions;
    }

    @Override
    protected void elapse(Duration passed) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update operator_session set
                                            opened_at = opened_at - make_interval(secs => :by),
                                            seen_at = seen_at - make_interval(secs => :by)
                                        """)
                                .bind("by", passed.toSeconds())
                                .execute());
    }

    @Test
    void the_table_takes_no_address_of_a_person() {
        SessionKey key = new SessionKey("0".repeat(64));

        assertThatThrownBy(() -> sessions.open(key, "ada@example.com", Set.of("viewer")))
                .hasMessageContaining("nobody_is_named_in_a_session");
    }
}
