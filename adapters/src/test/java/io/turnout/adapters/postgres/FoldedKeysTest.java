package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.HoldLine;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.HoldStatus;
import io.turnout.domain.registration.IdempotencyKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Several who come by one ticket in the same batch.
class FoldedKeysTest {
    private static final EventId FAIR = new EventId("a01000000000001");
    private static final List<HoldLine> SEAT =
            List.of(new HoldLine(new ItemId("a02000000000001"), 1, List.of()));
    private static final KeyPrint TICKET = print(9);

    private final Writes writes = new Writes();
    private final FoldedKeys keys = new FoldedKeys(new HashMap<>(), writes);

    private static KeyPrint print(int number) {
        return KeyPrint.of(new byte[] {(byte) number}, new byte[] {(byte) number, 1});
    }

    private static Task task(int number) {
        HoldRequest request =
                new HoldRequest(
                        new OrgId("00D000000000001"),
                        FAIR,
                        new IdempotencyKey("k" + number),
                        new HoldId(new UUID(0, number)),
                        SEAT);
        return new Task.Keep(request, print(number), Optional.of(TICKET), Set.of());
    }

    private static Earlier held(int number) {
        return new Earlier.SameHold(
                new Hold(
                        new HoldId(new UUID(0, number)),
                        FAIR,
                        SEAT,
                        Instant.EPOCH,
                        HoldStatus.ACTIVE));
    }

    @Test
    void the_second_finds_the_ticket_used_and_the_first_its_own_hold() {
        assertThat(keys.earlier(task(1))).isEqualTo(new Earlier.Nothing());

        keys.keep(print(1), Optional.of(TICKET), held(1));

        assertThat(keys.earlier(task(1))).isEqualTo(held(1));
        assertThat(keys.earlier(task(2))).isEqualTo(new Earlier.TicketUsed());
    }

    @Test
    void a_ticket_is_used_by_the_first_though_a_second_came_in_for_another_reason() {
        keys.keep(print(1), Optional.of(TICKET), held(1));
        keys.keep(print(2), Optional.of(TICKET), held(2));

        assertThat(writes.used()).containsExactly(new Writes.Used(TICKET, held(1)));
        assertThat(keys.earlier(task(2))).isEqualTo(held(2));
    }
}
