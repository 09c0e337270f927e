package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.Optional;

/// Somebody changed a flag at the rollout server by hand.
///
/// @param off for whom it went off, which was honoured; empty where it went on, which never is
/// @param what what the server says was done, or what is seen there
/// @param author who did it, as far as the server says
public record Drift(Flag flag, Optional<Audience> off, String what, String author, Instant at) {}
