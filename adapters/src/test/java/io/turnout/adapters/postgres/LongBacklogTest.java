package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.BulkRule;
import java.time.Duration;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// However much is owed to an org, a look at it reads what it takes and not what waits behind: the
/// database belongs to those who register.
class LongBacklogTest {
    private static final int PEOPLE = 6_000;
    private static final int GROUP = 50;
    private static final long A_FEW = 2_000;
    private static final BatchRule AT_ONCE =
            new BatchRule(1, Duration.ZERO, BatchRule.ROWS_PER_CALL_MAX, Duration.ZERO);
    private static final BulkRule LATE = new BulkRule(500, BulkRule.USUAL.age(), 1_000);

    private final String url = PostgresServer.freshUrl();
    private final PostgresStorage postgres =
            new PostgresStorage(AdmissionSettings.USUAL, PostgresServer.connect(url));

    /// One connection, which knows what it has read.
    private final Jdbi own = alone();

    private final Gate gate = new Gate(own, PostgresStorage.STACK);
    private final PostgresOutbox outbox = new PostgresOutbox(gate, postgres.vault(), "own");
    private final PostgresBacklog backlog = new PostgresBacklog(gate, postgres.vault(), "own");

    private Jdbi alone() {
        PoolProperties pool = new PoolProperties();
        pool.setUrl(url);
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setUsername("postgres");
        pool.setMaxActive(1);
        return PostgresJdbi.over(new DataSource(pool));
    }

    @BeforeEach
    void manyAreOwed() {
        Fair fair = Fair.of(postgres, PEOPLE);
        for (int people = 0; people < PEOPLE; people += GROUP) {
            var _ = fair.admit(fair.group(GROUP));
        }
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    private long read() {
        own.useHandle(handle -> handle.execute("select pg_stat_force_next_flush()"));
        return own.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select sum(coalesce(seq_tup_read, 0)
                                            + coalesce(idx_tup_fetch, 0))
                                        from pg_stat_user_tables
                                        where relname in ('outbox', 'attendee', 'record_key')
                                        """)
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void a_call_reads_the_rows_it_takes() {
        long before = read();

        var batch = outbox.take(AT_ONCE).orElseThrow();

        assertThat(read() - before).isBetween(3L * BatchRule.ROWS_PER_CALL_MAX, A_FEW);
        outbox.release(batch.lease());
        assertThat(batch.attendees()).hasSize(BatchRule.ROWS_PER_CALL_MAX);
    }

    @Test
    void a_look_for_what_is_late_does_not_count_what_is_not() {
        long before = read();

        assertThat(backlog.take(LATE, _ -> true)).isEmpty();

        assertThat(read() - before).isBetween(1L, A_FEW);
    }

    @Test
    void while_a_job_runs_what_is_late_is_not_looked_through_for_what_is_not() {
        postgres.elapse(LATE.age());
        assertThat(backlog.take(LATE, _ -> true)).isPresent();
        long before = read();

        assertThat(outbox.take(AT_ONCE)).isEmpty();

        assertThat(read() - before).isBetween(0L, A_FEW);
    }
}
