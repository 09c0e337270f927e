package io.turnout.application.memory;

import io.turnout.application.attendeelink.UploadTickets;
import io.turnout.application.attendeelink.UploadTicketsContract;

class MemoryUploadTicketsTest extends UploadTicketsContract {
    @Override
    protected UploadTickets tickets() {
        return new MemoryUploadTickets();
    }
}
