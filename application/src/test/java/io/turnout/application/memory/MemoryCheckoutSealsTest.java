package io.turnout.application.memory;

import io.turnout.application.checkout.CheckoutSeals;
import io.turnout.application.checkout.CheckoutSealsContract;

class MemoryCheckoutSealsTest extends CheckoutSealsContract {
    @Override
    protected CheckoutSeals seals(String stack) {
        return new MemoryCheckoutSeals(stack);
    }
}
