package io.turnout.application.memory;

import io.turnout.application.checkout.Checkouts;
import io.turnout.application.checkout.CheckoutsContract;

class MemoryCheckoutsTest extends CheckoutsContract {
    private final Checkouts checkouts = new MemoryCheckouts();

    @Override
    protected Checkouts checkouts() {
        return checkouts;
    }
}
