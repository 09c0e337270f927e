package io.turnout.adapters.postgres;

import io.turnout.application.contract.Fair;
import io.turnout.application.scaling.OwedDelivery;
import io.turnout.application.scaling.OwedDeliveryContract;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.CallUsage;
import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOwedDeliveryTest extends OwedDeliveryContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected OwedDelivery owed() {
        return new PostgresOwedDelivery(POSTGRES.gate());
    }

    @Override
    protected void owe(int rows, double used) {
        Fair fair = Fair.of(POSTGRES, 6);
        var _ = fair.admit(fair.group(rows));
        POSTGRES.callBudget(BudgetRule.USUAL)
                .heard(fair.org(), new CallUsage(Math.round(used * 10_000), 10_000, Instant.now()));
    }
}
