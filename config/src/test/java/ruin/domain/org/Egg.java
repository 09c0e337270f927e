package ruin.domain.org;

import java.util.List;
import ruin.domain.event.Chicken;

/// The other half of the circle.
public record Egg(List<Chicken> layers) {}
