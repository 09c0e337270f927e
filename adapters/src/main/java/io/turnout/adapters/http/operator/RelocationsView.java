package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.relocation.Relocation;
import java.util.List;

/// Moves that were asked for at this stack, newest first.
public record RelocationsView(List<RelocationView> relocations) implements View {
    static RelocationsView of(List<Relocation> all) {
        return new RelocationsView(all.stream().map(RelocationView::of).toList());
    }
}
