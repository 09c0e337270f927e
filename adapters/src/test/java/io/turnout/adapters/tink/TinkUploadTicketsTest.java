package io.turnout.adapters.tink;

import io.turnout.application.attendeelink.UploadTickets;
import io.turnout.application.attendeelink.UploadTicketsContract;
import io.turnout.application.memory.MemoryOrgKeys;

class TinkUploadTicketsTest extends UploadTicketsContract {
    @Override
    protected UploadTickets tickets() {
        return new TinkUploadTickets(
                new OpenKeys(new LocalKeyManagement(new byte[32]), new MemoryOrgKeys()));
    }
}
