package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.delivery.CallBudgetContract;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCallBudgetTest extends CallBudgetContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Test
    void an_account_in_use_is_waited_for() throws InterruptedException {
        OrgId org = Ids.org();
        POSTGRES.welcome(org);
        CallBudget budget = POSTGRES.callBudget(BudgetRule.USUAL);

        whileHeld(
                org,
                () ->
                        assertThat(budget.ask(org, CallKind.LIVE))
                                .isEqualTo(new CallBudget.Permit.Granted()));
        whileHeld(org, () -> budget.heard(org, new CallUsage(7, 100, Instant.EPOCH)));

        assertThat(budget.look(org).everybody()).map(CallUsage::used).contains(7L);
    }

    private static void whileHeld(OrgId org, Runnable work) throws InterruptedException {
        Held.meanwhile(POSTGRES.gate().jdbi(), "outbound", org, work);
    }
}
