package io.turnout.application.memory;

import io.turnout.application.waitingroom.TicketSeals;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Seed;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.time.Instant;
import java.util.Optional;

/// Tickets anyone can forge, in an order anyone can guess: for tests and for looking around, never
/// for real visitors.
public final class MemoryTicketSeals implements TicketSeals {
    private static final int PARTS = 4;

    @Override
    public Seed seed(WaitingRoomId room) {
        return Seed.of("seed of " + room);
    }

    @Override
    public String seal(Ticket ticket) {
        return String.join(
                ".",
                "ticket-" + ticket.room().org() + "-" + ticket.room().event(),
                ticket.room().epoch() + "-" + ticket.number(),
                String.valueOf(ticket.issuedAt().toEpochMilli()),
                String.valueOf(ticket.expiresAt().toEpochMilli()));
    }

    @Override
    public Optional<Ticket> open(OrgId org, EventId event, String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS || !parts[0].equals("ticket-" + org + "-" + event)) {
            return Optional.empty();
        }
        String[] numbers = parts[1].split("-", 2);
        try {
            return Optional.of(
                    new Ticket(
                            new WaitingRoomId(org, event, Long.parseLong(numbers[0])),
                            Long.parseLong(numbers[1]),
                            Instant.ofEpochMilli(Long.parseLong(parts[2])),
                            Instant.ofEpochMilli(Long.parseLong(parts[3]))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
