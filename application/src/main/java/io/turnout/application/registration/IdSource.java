package io.turnout.application.registration;

import java.util.UUID;

/// Where new ids come from: unique over all instances and stacks, and growing with time (UUIDv7),
/// so that what is written together stands together. Their order is no truth.
@FunctionalInterface
public interface IdSource {
    UUID next();
}
