package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.Hold;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The second guard of a ticket, should the lock of the rooms ever fail as the first: two
/// instances that both believe it unused.
class TicketWriteTest {
    private static final String URL = PostgresServer.freshUrl();
    private static final Jdbi LEFT = PostgresServer.connect(URL);
    private static final Jdbi RIGHT = PostgresServer.connect(URL);

    @RegisterExtension
    static final PostgresStorage POSTGRES =
            new PostgresStorage(AdmissionSettings.USUAL, LEFT, RIGHT);

    private final Fair fair = Fair.of(POSTGRES, 60);

    @Test
    void of_two_instances_that_use_one_ticket_at_once_one_commits() {
        List<Hold> holds = IntStream.range(0, 10).mapToObj(_ -> fair.held(1)).toList();

        List<Boolean> written = Race.of(10, i -> use(i % 2 == 0 ? LEFT : RIGHT, holds.get(i)));

        assertThat(written).containsOnlyOnce(true);
    }

    private boolean use(Jdbi instance, Hold hold) {
        KeyPrint ticket = KeyPrint.of(new byte[32], new byte[32]);
        try {
            new Gate(instance, PostgresStorage.STACK)
                    .write(
                            fair.org(),
                            handle ->
                                    TicketWrite.write(
                                            handle,
                                            fair.org(),
                                            List.of(
                                                    new Writes.Used(
                                                            ticket, new Earlier.SameHold(hold)))));
            return true;
        } catch (RuntimeException refused) {
            assertThat(Failure.of(refused)).isNotEqualTo(Failure.STORAGE_AWAY);
            return false;
        }
    }
}
