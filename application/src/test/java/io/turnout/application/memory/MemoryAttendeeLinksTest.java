package io.turnout.application.memory;

import io.turnout.application.attendeelink.AttendeeLinksContract;
import io.turnout.application.contract.Storage;

class MemoryAttendeeLinksTest extends AttendeeLinksContract {
    private final Storage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
