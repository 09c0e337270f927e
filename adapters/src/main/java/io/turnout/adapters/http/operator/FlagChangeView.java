package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.flags.FlagOverlay.Kept;

/// A change that is kept, and holds on this instance already. Ask by its revision where it holds.
public record FlagChangeView(long revision, String at) implements View {
    static FlagChangeView of(Kept kept) {
        return new FlagChangeView(kept.revision(), kept.at().toString());
    }
}
