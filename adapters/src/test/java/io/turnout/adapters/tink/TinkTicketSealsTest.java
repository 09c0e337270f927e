package io.turnout.adapters.tink;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryOrgKeys;
import io.turnout.application.waitingroom.TicketSeals;
import io.turnout.application.waitingroom.TicketSealsContract;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TinkTicketSealsTest extends TicketSealsContract {
    private final OpenKeys keys =
            new OpenKeys(new LocalKeyManagement(new byte[32]), new MemoryOrgKeys());

    @Override
    protected TicketSeals seals() {
        return new TinkTicketSeals(keys);
    }

    @Test
    void a_ticket_with_any_byte_changed_is_none() {
        OrgId org = Ids.org();
        EventId event = Ids.event();
        Ticket ticket =
                new Ticket(new WaitingRoomId(org, event, 1), 7, Instant.EPOCH, Instant.EPOCH);
        byte[] token = Base64.getUrlDecoder().decode(seals().seal(ticket));

        for (int i = 0; i < token.length; i++) {
            byte[] forged = token.clone();
            forged[i] ^= 1;
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertThat(seals().open(org, event, text)).as("byte %d", i).isEmpty();
        }
    }
}
