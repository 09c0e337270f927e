package io.turnout.config;

import io.turnout.domain.delivery.BudgetRule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/// How much of each org's daily calls Turnout may use itself (`share`), and which part of them it
/// leaves to the org's other tools whatever happens (`reserve`).
public record BudgetSettings(
        @DecimalMin("0.001") @DecimalMax("1") double share,
        @DecimalMin("0") @DecimalMax("0.9") double reserve) {
    static final BudgetSettings USUAL =
            new BudgetSettings(BudgetRule.USUAL.share(), BudgetRule.USUAL.reserve());

    BudgetRule toRule() {
        return new BudgetRule(share, reserve);
    }
}
