package ruin.adapters.queue;

import ruin.config.Wiring;

/// Wall 3 falls: an adapter that asks who wired it.
public record KnowsWiring(Wiring wiring) {}
