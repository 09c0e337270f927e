package io.turnout.application.flags;

/// What is needed to have a rollout server show what was decided here.
public record ServerPorts(FlagServer server, ProjectedFlags projected, SoleWriter sole) {}
