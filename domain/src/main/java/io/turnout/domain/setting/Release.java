package io.turnout.domain.setting;

import java.time.Instant;

/// One version of the variables: who made it, when, and for which reason. What was not made through
/// Turnout has whoever the cloud knows, and what the cloud says of it.
public record Release(long version, String actor, String reason, Instant at) {}
