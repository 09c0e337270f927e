package ruin.adapters.queue;

import ruin.adapters.unlisted.Stranger;

/// Wall 10 falls: an adapter that leans on another.
public record KnowsNeighbour(Stranger neighbour) {}
