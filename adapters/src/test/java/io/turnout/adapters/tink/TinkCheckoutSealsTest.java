package io.turnout.adapters.tink;

import io.turnout.application.checkout.CheckoutSeals;
import io.turnout.application.checkout.CheckoutSealsContract;
import io.turnout.application.memory.MemoryOrgKeys;

class TinkCheckoutSealsTest extends CheckoutSealsContract {
    private final OpenKeys keys =
            new OpenKeys(new LocalKeyManagement(new byte[32]), new MemoryOrgKeys());

    @Override
    protected CheckoutSeals seals(String stack) {
        return new TinkCheckoutSeals(keys, stack);
    }
}
