package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.rollout.ShowCalendar;
import java.util.List;

/// The orgs that wait and when each is switched, and all freezes that are not over.
public record RolloutCalendarView(List<Slot> slots, List<FreezeView> freezes) implements View {
    public static RolloutCalendarView of(ShowCalendar.Calendar calendar) {
        return new RolloutCalendarView(
                calendar.slots().stream().map(Slot::of).toList(),
                calendar.freezes().stream().map(FreezeView::of).toList());
    }

    /// One org in a wave, counted from one.
    public record Slot(String plan, int wave, PlacementView placement) {
        static Slot of(ShowCalendar.Slot slot) {
            return new Slot(
                    slot.plan().toString(), slot.wave() + 1, PlacementView.of(slot.placement()));
        }
    }
}
