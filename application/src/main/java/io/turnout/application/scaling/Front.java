package io.turnout.application.scaling;

import io.turnout.domain.scaling.AffinityPolicy;

/// What stands before the instances, and what it is to do with visitors.
public record Front(SessionAffinity affinity, AffinityPolicy policy) {}
