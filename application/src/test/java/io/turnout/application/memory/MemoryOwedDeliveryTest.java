package io.turnout.application.memory;

import io.turnout.application.contract.Ids;
import io.turnout.application.scaling.OwedDelivery;
import io.turnout.application.scaling.OwedDeliveryContract;
import io.turnout.domain.org.OrgId;

class MemoryOwedDeliveryTest extends OwedDeliveryContract {
    private final MemoryOwedDelivery owed = new MemoryOwedDelivery();

    @Override
    protected OwedDelivery owed() {
        return owed;
    }

    @Override
    protected void owe(int rows, double used) {
        OrgId org = Ids.org();
        owed.owe(org, rows);
        owed.spend(org, used);
    }
}
