package io.turnout.adapters.caffeine;

import io.turnout.application.checkout.Checkouts;
import io.turnout.application.checkout.CheckoutsContract;

class CaffeineCheckoutsTest extends CheckoutsContract {
    private final Checkouts checkouts = new CaffeineCheckouts();

    @Override
    protected Checkouts checkouts() {
        return checkouts;
    }
}
