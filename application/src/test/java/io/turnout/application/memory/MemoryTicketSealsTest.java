package io.turnout.application.memory;

import io.turnout.application.waitingroom.TicketSeals;
import io.turnout.application.waitingroom.TicketSealsContract;

class MemoryTicketSealsTest extends TicketSealsContract {
    @Override
    protected TicketSeals seals() {
        return new MemoryTicketSeals();
    }
}
