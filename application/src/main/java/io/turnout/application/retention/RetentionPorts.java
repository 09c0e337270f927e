package io.turnout.application.retention;

import io.turnout.domain.retention.RetentionRule;

/// What is kept, and for how long.
public record RetentionPorts(Retained retained, RetentionRule rule) {}
