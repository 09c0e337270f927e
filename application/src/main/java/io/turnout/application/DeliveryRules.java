package io.turnout.application;

import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.delivery.CountRule;

/// When and how much leaves for the orgs.
public record DeliveryRules(BatchRule batches, CountRule counts, BulkRule bulk, BudgetRule budget) {
    public static final DeliveryRules USUAL =
            new DeliveryRules(BatchRule.USUAL, CountRule.USUAL, BulkRule.USUAL, BudgetRule.USUAL);
}
