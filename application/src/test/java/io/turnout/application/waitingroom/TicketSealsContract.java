package io.turnout.application.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every seal of tickets promises.
public abstract class TicketSealsContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
    private final EventId event = Ids.event();
    private TicketSeals seals;
    private OrgId org;

    protected abstract TicketSeals seals();

    /// An org that has a token key, or can have one.
    protected OrgId org() {
        return Ids.org();
    }

    @BeforeEach
    void open() {
        seals = seals();
        org = org();
    }

    private Ticket ticket(long number) {
        return new Ticket(new WaitingRoomId(org, event, 2), number, NOON, NOON.plus(Ticket.LIFE));
    }

    @Test
    void a_ticket_comes_back_as_it_went_and_is_fit_for_a_header_and_a_cookie() {
        String token = seals.seal(ticket(499_999));

        assertThat(token).matches("[A-Za-z0-9_.~-]{1,200}").isEqualTo(seals.seal(ticket(499_999)));
        assertThat(seals.open(org, event, token)).contains(ticket(499_999));
    }

    @Test
    void a_ticket_is_worth_nothing_elsewhere() {
        String token = seals.seal(ticket(1));
        OrgId other = org();

        assertThat(seals.open(org, Ids.event(), token)).isEmpty();
        assertThat(seals.open(other, event, token)).isEmpty();
    }

    @Test
    void what_is_no_ticket_is_none() {
        String token = seals.seal(ticket(1));

        for (String wrong : List.of("", " ", "é", ".", "..", "a.b", token + ".A", "x" + token)) {
            assertThat(seals.open(org, event, wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void a_seed_is_always_the_same_and_no_two_openings_have_the_same() {
        WaitingRoomId room = new WaitingRoomId(org, event, 1);

        assertThat(seals.seed(room)).isEqualTo(seals.seed(room));
        assertThat(seals.seed(new WaitingRoomId(org, event, 2))).isNotEqualTo(seals.seed(room));
        assertThat(seals.seed(new WaitingRoomId(org, Ids.event(), 1)))
                .isNotEqualTo(seals.seed(room));
        assertThat(seals.seed(new WaitingRoomId(org(), event, 1))).isNotEqualTo(seals.seed(room));
    }
}
