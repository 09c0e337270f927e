package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.rollout.PlannedFreeze;

/// A freeze and whom it is for.
public record FreezeView(String id, String from, String to, String reason, SelectionForm whom)
        implements View {
    static FreezeView of(PlannedFreeze freeze) {
        return new FreezeView(
                freeze.id().toString(),
                freeze.freeze().span().from().toString(),
                freeze.freeze().span().to().toString(),
                freeze.freeze().reason(),
                SelectionForm.of(freeze.whom()));
    }
}
