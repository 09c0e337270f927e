package ruin.domain.event;

import ruin.domain.org.Egg;

/// Wall 4 falls: it comes from an egg, which comes from it.
public record Chicken(Egg from) {}
