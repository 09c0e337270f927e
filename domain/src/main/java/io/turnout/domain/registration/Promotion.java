package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import java.util.List;

/// Who is offered seats, in the order of the line, and the rooms that are held for them, as they
/// stand then.
public record Promotion(List<Waiter> offered, List<Capacity> capacities) {
    public Promotion {
        offered = List.copyOf(offered);
        capacities = List.copyOf(capacities);
    }
}
